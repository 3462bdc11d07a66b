"""Says how often it tried, and loses what went wrong.

verdict: failed
diagnosis: the error of attempt 4 must come out of retry, and no other exception instead of it
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if number == attempts:
                raise RuntimeError(f"gave up after {attempts} attempts")
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
