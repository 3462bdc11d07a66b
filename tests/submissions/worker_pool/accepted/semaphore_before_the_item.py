"""Takes a permit, then an item, then makes the task, which gives the permit back."""

import asyncio


async def map_pool(func, items, workers):
    permits = asyncio.Semaphore(workers)
    iterator = iter(items)
    tasks = []

    async def work(item):
        try:
            return await func(item)
        finally:
            permits.release()

    async with asyncio.TaskGroup() as group:
        while True:
            await permits.acquire()
            try:
                item = next(iterator)
            except StopIteration:
                break
            tasks.append(group.create_task(work(item)))
    return [task.result() for task in tasks]
