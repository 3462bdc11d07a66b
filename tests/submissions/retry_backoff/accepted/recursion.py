"""Makes one attempt, and calls itself for the rest."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    try:
        return await op()
    except retry_on:
        if attempts == 1:
            raise
    delay = min(base, max_delay)
    await asyncio.sleep(jitter(delay))
    return await retry(
        op,
        attempts=attempts - 1,
        base=delay * factor,
        factor=factor,
        max_delay=max_delay,
        jitter=jitter,
        retry_on=retry_on,
    )
