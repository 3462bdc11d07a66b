"""Awaits one task again and again: it hands over once, when the task is not done yet.

verdict: failed
diagnosis: an `await` hands over only if what it awaits has to wait
"""

import asyncio


async def nothing():
    pass


async def countdown(name, n, log):
    task = asyncio.create_task(nothing())
    await task
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await task


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
