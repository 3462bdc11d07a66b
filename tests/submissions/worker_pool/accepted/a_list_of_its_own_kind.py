"""Gives the results in a subclass of list."""

import asyncio

async def map_pool(func, items, workers):
    results = {}
    numbered = enumerate(items)
    async def worker():
        for i, item in numbered:
            results[i] = await func(item)
    async with asyncio.TaskGroup() as g:
        for _ in range(workers):
            g.create_task(worker())
    class Results(list):
        pass
    return Results(results[i] for i in range(len(results)))
