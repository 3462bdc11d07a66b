"""Writes a line before it looks whether there is one to write.

verdict: failed
diagnosis: each countdown must write a line for each k
"""

import asyncio


async def countdown(name, n, log):
    while True:
        log.append(f"{name}{n}")
        n -= 1
        if n <= 0:
            return
        await asyncio.sleep(0)


async def total(numbers, every):
    result = 0
    for taken, number in enumerate(numbers, start=1):
        result += number
        if taken % every == 0:
            await asyncio.sleep(0)
    return result
