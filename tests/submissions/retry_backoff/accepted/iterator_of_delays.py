"""An endless iterator of delays, and a loop that asks for one when it needs it."""

import asyncio
from itertools import accumulate, repeat
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delays = accumulate(repeat(factor), lambda delay, factor: min(delay * factor, max_delay), initial=min(base, max_delay))
    left = attempts
    while True:
        left -= 1
        try:
            return await op()
        except retry_on:
            if not left:
                raise
            delay = next(delays)
        await asyncio.sleep(jitter(delay))
