"""Returns what op gives, and thinks that it is the result.

verdict: leaked
diagnosis: op was called, and what it gave was not awaited: that alone only makes a coroutine object
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for attempt in range(1, attempts + 1):
        try:
            return op()
        except retry_on:
            if attempt == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
