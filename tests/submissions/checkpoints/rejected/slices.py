"""Takes slices of what need not be a list.

verdict: error
diagnosis: numbers is some iterable
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for at in range(0, len(numbers), every):
        result += sum(numbers[at : at + every])
        await asyncio.sleep(0)
    return result
