"""A producer fills a queue of limited size, the workers empty it; one None ends each of them."""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(workers)
    results = {}

    async def worker():
        while (job := await queue.get()) is not None:
            number, item = job
            results[number] = await func(item)

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
        for job in enumerate(items):
            await queue.put(job)
        for _ in range(workers):
            await queue.put(None)
    return [results[number] for number in range(len(results))]
