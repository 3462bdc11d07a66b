"""Hands over after nearly every line.

verdict: failed
diagnosis: got no turn: every line needs its own checkpoint
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        if k % 64:
            await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
