"""Asks jitter after the last attempt too.

verdict: failed
diagnosis: jitter was called 3 times for 2 pauses
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            pause = jitter(delay)
            if number == attempts:
                raise
        await asyncio.sleep(pause)
        delay = min(delay * factor, max_delay)
