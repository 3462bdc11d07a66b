"""Believes that the workers end when nobody puts any more.

verdict: deadlock
diagnosis: nobody told the workers that no more items will come
"""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(workers)
    results = {}

    async def worker():
        while True:
            number, item = await queue.get()
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
        for job in enumerate(items):
            await queue.put(job)
    return [results[number] for number in sorted(results)]
