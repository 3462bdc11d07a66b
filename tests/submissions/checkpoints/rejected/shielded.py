"""Leaves the work to shielded helpers, which go on whoever is cancelled.

verdict: failed
diagnosis: lines, and still wrote
"""

import asyncio
from itertools import islice


async def countdown(name, n, log):
    await asyncio.shield(count(name, n, log))


async def count(name, n, log):
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
