"""Applies max_delay from the second pause on.

verdict: failed
diagnosis: no pause may be longer than max_delay, the first one neither
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = base
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
