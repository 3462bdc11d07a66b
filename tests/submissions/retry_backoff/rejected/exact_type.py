"""Compares the type of the exception, so that subclasses do not count.

verdict: error
diagnosis: ConnectionResetError came out after attempt 1, though it is in retry_on and 5 attempts may be made
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except Exception as error:
            if number == attempts or type(error) not in retry_on:
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
