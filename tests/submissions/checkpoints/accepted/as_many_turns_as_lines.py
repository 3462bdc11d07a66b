"""Hands over for as many turns as there are lines left, which is more than asked for."""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        for _ in range(k):
            await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
