"""Awaits a new future to hand over, and nobody will ever resolve it.

verdict: deadlock
diagnosis: a future that nobody has resolved
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.get_running_loop().create_future()


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
