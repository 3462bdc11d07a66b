"""Believes that every iterable is an iterator.

verdict: error
diagnosis: 'list' object is not an iterator
"""

import asyncio


async def map_pool(func, items, workers):
    results = []

    async def worker():
        while True:
            try:
                item = next(items)
            except StopIteration:
                return
            number = len(results)
            results.append(None)
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return results
