"""Hands over once, twice or three times between two lines, which is more than asked for."""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        for _ in range(1 + k % 3):
            await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
