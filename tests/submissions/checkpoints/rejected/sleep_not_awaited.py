"""Calls asyncio.sleep(0) and does not await it.

verdict: leaked
diagnosis: asyncio.sleep(...) alone only makes a coroutine object
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
