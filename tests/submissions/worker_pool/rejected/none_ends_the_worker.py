"""Takes an item that is None for the end of the items.

verdict: failed
diagnosis: None, and every other value, is an item and a result like any other
"""

import asyncio


async def map_pool(func, items, workers):
    iterator = iter(items)
    numbers = iter(range(10**9))
    results = {}

    async def worker():
        while (item := next(iterator, None)) is not None:
            number = next(numbers)
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
