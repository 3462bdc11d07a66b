"""Puts all items on a queue without a limit before the work begins.

verdict: failed
diagnosis: whoever makes a task for each item, or a list of them, has read the whole stream
"""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue()
    results = {}
    for job in enumerate(items):
        queue.put_nowait(job)

    async def worker():
        while not queue.empty():
            number, item = queue.get_nowait()
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    return [results[number] for number in range(len(results))]
