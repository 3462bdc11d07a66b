"""Gives an attempt ten seconds.

verdict: failed
diagnosis: nobody has set it a time limit
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(attempts):
        try:
            return await asyncio.wait_for(op(), 10)
        except retry_on:
            if number == attempts - 1:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
