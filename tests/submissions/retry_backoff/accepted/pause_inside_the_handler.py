"""Pauses inside the except block."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = base
    while attempts > 1:
        try:
            return await op()
        except retry_on:
            delay = min(delay, max_delay)
            await asyncio.sleep(jitter(delay))
            delay *= factor
            attempts -= 1
    return await op()
