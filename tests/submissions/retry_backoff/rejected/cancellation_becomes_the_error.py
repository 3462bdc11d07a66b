"""Raises the last error when it is cancelled during a pause.

verdict: failed
diagnosis: retry was cancelled at 1.6, but the cancellation did not come out of it
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on as error:
            if number == attempts:
                raise
            failure = error
        try:
            await asyncio.sleep(jitter(delay))
        except asyncio.CancelledError:
            raise failure
        delay = min(delay * factor, max_delay)
