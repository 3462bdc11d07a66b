"""Pauses after each failure, and looks behind the loop whether there was another attempt to come.

verdict: failed
diagnosis: a pause is there for the attempt after it, and there was none
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay, failure = min(base, max_delay), None
    for _ in range(attempts):
        try:
            return await op()
        except retry_on as error:
            failure = error
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
    raise failure
