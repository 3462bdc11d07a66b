"""Sends the lines through a queue that always has room, and always an item.

verdict: failed
diagnosis: an `await` hands over only if what it awaits has to wait
"""

import asyncio


async def countdown(name, n, log):
    lines = asyncio.Queue()
    for k in range(n, 0, -1):
        await lines.put(f"{name}{k}")
        log.append(await lines.get())


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
