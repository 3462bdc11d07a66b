"""Every line and every stretch is a task of its own, which is awaited: so the loop has to turn."""

import asyncio
from itertools import islice


async def countdown(name, n, log):
    async def line(k):
        log.append(f"{name}{k}")

    for k in range(n, 0, -1):
        async with asyncio.TaskGroup() as group:
            group.create_task(line(k))


async def total(numbers, every):
    source = iter(numbers)

    async def stretch():
        return list(islice(source, every))

    result = 0
    while portion := await asyncio.create_task(stretch()):
        result += sum(portion)
    return result
