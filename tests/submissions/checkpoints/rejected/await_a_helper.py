"""Believes that awaiting a coroutine hands over.

verdict: failed
diagnosis: awaiting a coroutine is like calling a function, and this one did not yield
"""

import asyncio


async def helper():
    return None


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await helper()


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
