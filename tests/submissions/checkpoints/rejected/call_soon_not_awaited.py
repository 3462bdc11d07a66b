"""Asks the loop to call something soon, and goes on.

verdict: failed
diagnosis: nobody else got a turn
"""

import asyncio


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        asyncio.get_running_loop().call_soon(len, '')


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
