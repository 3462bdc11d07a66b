"""Takes an exception among the results for an error.

verdict: error
diagnosis: a value like any other
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)
            if isinstance(results[number], Exception):
                raise results[number]

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
