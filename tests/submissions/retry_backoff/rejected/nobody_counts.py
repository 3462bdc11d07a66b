"""Loops for ever, and never counts its attempts.

verdict: failed
diagnosis: attempts is 4, and op was called 6 times
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    attempt = 0
    while True:
        try:
            return await op()
        except retry_on:
            if attempt == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
