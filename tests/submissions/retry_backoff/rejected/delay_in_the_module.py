"""Keeps the delay where every call of retry finds it.

verdict: failed
diagnosis: two calls of retry ran at a time and disturbed each other
"""

import asyncio
from math import inf

delay = 0


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    global delay
    delay = min(base, max_delay)
    for _ in range(attempts - 1):
        try:
            return await op()
        except retry_on:
            pass
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
    return await op()
