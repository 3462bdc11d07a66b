"""Believes that `async for` hands over by itself.

verdict: failed
diagnosis: total took all 20 numbers at a stretch
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def each(numbers):
    for number in numbers:
        yield number


async def total(numbers, every):
    result = 0
    async for number in each(numbers):
        result += number
    return result
