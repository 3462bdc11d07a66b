"""Believes that the name behind `as` outlives its block.

verdict: failed
diagnosis: `except ... as error` forgets its name at the end of the block
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(attempts):
        if number:
            await asyncio.sleep(jitter(delay))
            delay = min(delay * factor, max_delay)
        try:
            return await op()
        except retry_on as error:
            pass
    raise error
