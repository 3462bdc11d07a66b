"""Lets gather turn the exception of the attempt into a value, and does not take its results for failures."""

import asyncio
from math import inf


async def retry(op, *, attempts, base, factor=2.0, max_delay=inf, jitter=lambda delay: delay, retry_on=(OSError,)):
    delay = min(base, max_delay)

    async def attempt():
        return (await op(),)

    while True:
        attempts -= 1
        [outcome] = await asyncio.gather(attempt(), return_exceptions=True)
        if isinstance(outcome, tuple):
            return outcome[0]
        if attempts == 0 or not isinstance(outcome, retry_on):
            raise outcome
        await asyncio.sleep(jitter(delay))
        delay = min(delay * factor, max_delay)
