"""Adds up in a thread, so that the loop is free.

verdict: failed
diagnosis: the numbers were taken in another thread
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    return await asyncio.to_thread(sum, numbers)
