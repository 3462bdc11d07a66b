"""Hands over once, at the beginning.

verdict: failed
diagnosis: nobody else got a turn
"""

import asyncio


async def countdown(name, n, log):
    await asyncio.sleep(0)
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
