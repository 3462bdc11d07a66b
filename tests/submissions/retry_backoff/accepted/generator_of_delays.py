"""An asynchronous generator makes the pauses between the attempts."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    async def opportunities():
        delay = base
        for _ in range(attempts - 1):
            yield
            delay = min(delay, max_delay)
            await asyncio.sleep(jitter(delay))
            delay *= factor

    async for _ in opportunities():
        try:
            return await op()
        except retry_on:
            continue
    return await op()
