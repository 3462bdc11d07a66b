"""Believes that a checkpoint must not be interrupted, and goes on adding.

verdict: failed
diagnosis: total was cancelled, but the cancellation did not come out of it
"""

import asyncio
from contextlib import suppress


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            with suppress(asyncio.CancelledError):
                await asyncio.sleep(0)
    return result
