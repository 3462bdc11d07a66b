"""Each pause is a task; one that is cancelled ends by itself."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda d: d, retry_on=(OSError,)):
    delay = min(base, max_delay)
    while True:
        attempts -= 1
        try:
            return await op()
        except retry_on:
            if not attempts:
                raise
        pause = asyncio.create_task(asyncio.sleep(jitter(delay)))
        try:
            await asyncio.wait({pause})
        except asyncio.CancelledError:
            pause.cancel()
            raise
        delay = min(delay * factor, max_delay)
