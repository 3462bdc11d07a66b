"""Awaits a task that does nothing: it gets its turn after those that wait already."""

import asyncio


async def nothing():
    pass


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        if k > 1:
            await asyncio.create_task(nothing())


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.create_task(nothing())
    return result
