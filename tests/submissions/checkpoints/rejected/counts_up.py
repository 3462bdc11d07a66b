"""Counts up.

verdict: failed
diagnosis: countdown must write a line for each k, from n down to 1
"""

import asyncio


async def countdown(name, n, log):
    for k in range(1, n + 1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
