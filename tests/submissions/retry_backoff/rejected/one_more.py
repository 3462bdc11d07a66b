"""Counts the attempts after the first.

verdict: failed
diagnosis: 5 attempts: the first one counts too, so 4 attempts are the first and 3 more
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(attempts + 1):
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
