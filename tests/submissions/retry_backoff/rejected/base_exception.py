"""Takes every exception for a failure, a cancellation too.

verdict: failed
diagnosis: a cancellation is no failure, and nobody wants another attempt
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except BaseException as error:
            if number == attempts or isinstance(error, Exception) and not isinstance(error, retry_on):
                raise
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
