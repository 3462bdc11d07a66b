"""gather, wait and shield around a sleep(0): more turns of the loop, the same effect."""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.wait([asyncio.create_task(asyncio.sleep(0))])


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.gather(asyncio.shield(asyncio.sleep(0)))
    return result
