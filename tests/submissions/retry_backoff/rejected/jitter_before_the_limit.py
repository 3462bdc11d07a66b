"""Gives jitter the delay before it is cut off.

verdict: failed
diagnosis: jitter was given a delay that is longer than max_delay
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
        await asyncio.sleep(min(jitter(delay), max_delay))
        delay *= factor
