"""Takes a lock that is free, believing that `async with` hands over.

verdict: failed
diagnosis: an `await` hands over only if what it awaits has to wait
"""

import asyncio


async def countdown(name, n, log):
    lock = asyncio.Lock()
    for k in range(n, 0, -1):
        async with lock:
            log.append(f"{name}{k}")


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
