"""Believes that a coroutine object can be awaited as often as one likes.

verdict: error
diagnosis: cannot reuse already awaited coroutine: op was called once, and what it gave was awaited again
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    work = op()
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await work
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
