"""Believes that a bare yield in the coroutine hands over.

verdict: error
diagnosis: a `yield` makes an `async def` an asynchronous generator
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        yield


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
