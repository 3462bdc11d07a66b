"""total adds everything up and hands over then.

verdict: failed
diagnosis: total took all 20 numbers at a stretch
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = sum(numbers)
    await asyncio.sleep(0)
    return result
