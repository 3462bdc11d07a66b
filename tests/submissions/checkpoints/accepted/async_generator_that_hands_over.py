"""An asynchronous generator of portions, which hands over between them."""

import asyncio


async def steps(n):
    for k in range(n, 0, -1):
        yield k
        await asyncio.sleep(0)


async def countdown(name, n, log):
    async for k in steps(n):
        log.append(f"{name}{k}")


async def paced(numbers, every):
    for taken, number in enumerate(numbers, start=1):
        yield number
        if taken % every == 0:
            await asyncio.sleep(0)


async def total(numbers, every):
    return sum([number async for number in paced(numbers, every)])
