"""Makes the coroutine object of the pause and does not await it.

verdict: leaked
diagnosis: the attempts came one right after the other, without any pause
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
        asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
