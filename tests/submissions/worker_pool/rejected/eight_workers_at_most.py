"""Thinks that more than eight workers cannot be meant.

verdict: failed
diagnosis: 8 running at once: 12 workers must have 12 calls under way
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)
            if asyncio.current_task().cancelling():
                return

    async with asyncio.TaskGroup() as group:
        for _ in range(min(workers, 8)):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
