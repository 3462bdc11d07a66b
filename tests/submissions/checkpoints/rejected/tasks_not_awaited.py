"""Makes a task of sleep(0) and does not wait for it.

verdict: leaked
diagnosis: something was still running at the end
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            asyncio.create_task(asyncio.sleep(0))
    return result
