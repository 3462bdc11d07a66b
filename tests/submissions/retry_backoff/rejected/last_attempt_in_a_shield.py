"""Believes that the last attempt must come to its end.

verdict: failed
diagnosis: retry was cancelled at 1.7, and attempt 2 went on
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for _ in range(attempts - 1):
        try:
            return await op()
        except retry_on:
            pass
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
    return await asyncio.shield(op())
