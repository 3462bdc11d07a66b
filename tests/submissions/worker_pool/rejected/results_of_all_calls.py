"""Keeps the results of all calls in one place.

verdict: failed
diagnosis: two pools that run at the same time must not notice each other
"""

import asyncio

results = {}


async def map_pool(func, items, workers):
    line = iter(enumerate(items))

    async def worker():
        for n, item in line:
            results[n] = await func(item)

    async with asyncio.TaskGroup() as g:
        for _ in range(workers):
            g.create_task(worker())
    return [results[n] for n in range(len(results))]
