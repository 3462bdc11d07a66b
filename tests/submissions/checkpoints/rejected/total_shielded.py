"""Adds up in a shielded helper, which goes on whoever is cancelled.

verdict: failed
diagnosis: numbers, and still took
"""

import asyncio
from itertools import islice


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    return await asyncio.shield(add(iter(numbers), every))


async def add(numbers, every):
    result = 0
    while portion := list(islice(numbers, every)):
        result += sum(portion)
        await asyncio.sleep(0)
    return result
