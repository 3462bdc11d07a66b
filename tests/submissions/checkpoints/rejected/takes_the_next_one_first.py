"""Takes the next number before it hands over, to see whether there is one.

verdict: failed
diagnosis: the others' turn comes before the next number is taken
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    result, left = 0, every
    for number in numbers:
        if left == 0:
            await asyncio.sleep(0)
            left = every
        left -= 1
        result += number
    return result
