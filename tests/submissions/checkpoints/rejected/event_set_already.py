"""Waits for an event that is set.

verdict: failed
diagnosis: an `await` hands over only if what it awaits has to wait
"""

import asyncio


async def countdown(name, n, log):
    go = asyncio.Event()
    go.set()
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await go.wait()


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
