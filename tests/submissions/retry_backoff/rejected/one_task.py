"""Awaits one and the same task again: a task that has failed stays so.

verdict: error
diagnosis: retry paused after attempt 1 and did not call op again
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    work = asyncio.ensure_future(op())
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await work
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
