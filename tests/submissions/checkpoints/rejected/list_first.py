"""Makes a list of the numbers before it hands over between its portions.

verdict: failed
diagnosis: total took all 20 numbers at a stretch
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    numbers = list(numbers)
    result = 0
    for at in range(0, len(numbers), every):
        result += sum(numbers[at : at + every])
        await asyncio.sleep(0)
    return result
