"""Numbers the pauses from one, and the powers as well.

verdict: failed
diagnosis: the first pause is `base` seconds long, 1 s; here it was 2 times as long already
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
        delay = min(base * factor**number, max_delay)
        await asyncio.sleep(jitter(delay))
