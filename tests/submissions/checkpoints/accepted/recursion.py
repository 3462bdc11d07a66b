"""Each line is a call that awaits the next."""

import asyncio


async def countdown(name, n, log):
    if n > 0:
        log.append(f"{name}{n}")
        await asyncio.sleep(0)
        await countdown(name, n - 1, log)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
