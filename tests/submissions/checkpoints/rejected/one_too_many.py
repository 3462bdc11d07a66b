"""Counts from 0 and skips the 0: one number more in the first stretch.

verdict: failed
diagnosis: total took 5 numbers at a stretch, where at most 4 are allowed
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for at, number in enumerate(numbers):
        result += number
        if at and at % every == 0:
            await asyncio.sleep(0)
    return result
