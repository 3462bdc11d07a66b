"""Comes to the end of the loop, and of the function.

verdict: failed
diagnosis: all attempts failed, and retry returned None: whoever called it believes that it worked
"""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)
    for number in range(1, attempts + 1):
        try:
            return await op()
        except retry_on:
            if number < attempts:
                await asyncio.sleep(jitter(delay))
                delay = min(delay * factor, max_delay)
