"""Hands an asynchronous generator expression to sum.

verdict: error
diagnosis: can only be gone through by `async for`
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    async def paced():
        for k, x in enumerate(numbers, 1):
            yield x
            if not k % every:
                await asyncio.sleep(0)

    return sum(x async for x in paced())
