"""Takes None for a failure.

verdict: failed
diagnosis: None is a result like any other, and no failure
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            result = await op()
            if result is not None or number == attempts:
                return result
        except retry_on:
            if number == attempts:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
