"""Believes that the exception is still there behind the loop.

verdict: failed
diagnosis: a bare raise had nothing to raise again
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(attempts):
        if number:
            await asyncio.sleep(jitter(delay))
            delay = min(delay * factor, max_delay)
        try:
            return await op()
        except retry_on:
            continue
    raise
