"""Keeps the results by item, so equal items, and items that cannot be hashed, are lost.

verdict: error
diagnosis: unhashable type: 'list'
"""

import asyncio


async def map_pool(func, items, workers):
    iterator = iter(items)
    order, results = [], {}

    async def worker():
        for item in iterator:
            order.append(item)
            results[item] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[item] for item in order]
