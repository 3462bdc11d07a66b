"""Works out all the pauses before the first attempt.

verdict: failed
diagnosis: jitter was called 5 times for 3 pauses
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay, pauses = min(base, max_delay), []
    for _ in range(attempts - 1):
        pauses.append(jitter(delay))
        delay = min(delay * factor, max_delay)
    for pause in pauses:
        try:
            return await op()
        except retry_on:
            await asyncio.sleep(pause)
    return await op()
