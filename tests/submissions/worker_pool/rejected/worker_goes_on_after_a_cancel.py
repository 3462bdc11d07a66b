"""Believes that a worker that was cancelled must be at its end.

verdict: failed
diagnosis: b was cancelled, returned a value at 11.5 all the same, and then another item began
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
