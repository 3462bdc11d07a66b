"""Believes that a semaphore limits the tasks, where it only limits who may go on.

verdict: failed
diagnosis: whoever makes a task for each item, or a list of them, has read the whole stream
"""

import asyncio


async def map_pool(func, items, workers):
    permits = asyncio.Semaphore(workers)

    async def work(item):
        async with permits:
            return await func(item)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(item)) for item in items]
    return [task.result() for task in tasks]
