"""Adds up full portions only.

verdict: failed
diagnosis: total must return the sum of all the numbers
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result, portion = 0, []
    for number in numbers:
        portion.append(number)
        if len(portion) == every:
            result += sum(portion)
            portion.clear()
            await asyncio.sleep(0)
    return result
