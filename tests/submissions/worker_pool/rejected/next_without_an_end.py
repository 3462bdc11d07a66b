"""Lets the StopIteration of next() leave the worker.

verdict: error
diagnosis: next() on an iterator that has ended raises StopIteration, which must not leave a coroutine
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        while True:
            number, item = next(line)
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
