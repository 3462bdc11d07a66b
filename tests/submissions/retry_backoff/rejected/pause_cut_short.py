"""Believes that a cancelled pause is only a shorter one.

verdict: failed
diagnosis: retry was cancelled at 1.6, and attempt 4 began after that: a cancellation is no failure
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
                raise
        try:
            await asyncio.sleep(jitter(delay))
        except asyncio.CancelledError:
            pass
        delay = min(delay * factor, max_delay)
