"""Takes portions with islice, until an empty one comes."""

import asyncio
from itertools import islice


async def countdown(name, n, log):
    for k in range(n, 0, -1):
        log.append(f"{name}{k}")
        await asyncio.sleep(0)


async def total(numbers, every):
    source, result = iter(numbers), 0
    while True:
        portion = tuple(islice(source, every))
        if not portion:
            return result
        result += sum(portion)
        await asyncio.sleep(0)
