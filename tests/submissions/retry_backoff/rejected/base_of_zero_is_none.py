"""Takes a base of 0 for none at all, and pauses for a while all the same.

verdict: failed
diagnosis: base is 0, and each pause takes 0 s
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base or 0.5, max_delay)
    for attempt in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if attempt == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
