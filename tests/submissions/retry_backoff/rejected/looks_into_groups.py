"""Tries again, too, when op raises a group in which there is something of retry_on.

verdict: failed
diagnosis: attempt 1 raised an ExceptionGroup of an OSError and a ValueError, and was tried again
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for attempt in range(1, attempts + 1):
        try:
            return await op()
        except (*retry_on, ExceptionGroup) as error:
            found = isinstance(error, retry_on) or error.subgroup(retry_on)
            if attempt == attempts or not found:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
