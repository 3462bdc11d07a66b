"""The pause is a future that a timer completes."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    loop = asyncio.get_running_loop()
    delay = min(base, max_delay)
    for _ in range(attempts - 1):
        try:
            return await op()
        except retry_on:
            over = loop.create_future()
            timer = loop.call_later(jitter(delay), over.set_result, None)
        try:
            await over
        finally:
            timer.cancel()
        delay = min(delay * factor, max_delay)
    return await op()
