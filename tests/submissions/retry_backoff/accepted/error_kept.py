"""Keeps the error of the last attempt, and raises it behind the loop."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    failure = None
    for number in range(attempts):
        if failure is not None:
            try:
                delay = min(base * factor ** (number - 1), max_delay)
            except OverflowError:
                delay = max_delay
            await asyncio.sleep(jitter(delay))
        try:
            return await op()
        except retry_on as error:
            failure = error
    raise failure
