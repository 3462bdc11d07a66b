"""Believes that a power of factor is always a number, and applies max_delay afterwards.

verdict: failed
diagnosis: working out the pause raised OverflowError: a power of factor soon exceeds what a float can hold
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise
        delay = min(base * factor ** (number - 1), max_delay)
        await asyncio.sleep(jitter(delay))
