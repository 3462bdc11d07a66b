"""Keeps the first error and raises that.

verdict: failed
diagnosis: the error of an earlier attempt came out; the error of attempt 4 must
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay, first = min(base, max_delay), None
    for number in range(attempts):
        if number:
            await asyncio.sleep(jitter(delay))
            delay = min(delay * factor, max_delay)
        try:
            return await op()
        except retry_on as error:
            first = first or error
    raise first
