"""Collects the errors, and raises all of them in a group at the end.

verdict: failed
diagnosis: the errors of 4 attempts came out in one group, and the error of attempt 4 must come out of retry by itself
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    errors = []
    for attempt in range(1, attempts + 1):
        try:
            return await op()
        except retry_on as error:
            errors.append(error)
            if attempt == attempts:
                raise ExceptionGroup("all attempts failed", errors) from None
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
