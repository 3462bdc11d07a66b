"""Counts the pause from the beginning of the attempt.

verdict: failed
diagnosis: the time that an attempt took was taken off the pause
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    loop = asyncio.get_running_loop()
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        started = loop.time()
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay) - (loop.time() - started))
        delay = min(delay * factor, max_delay)
