"""Starts a task for each item: the sink gets them all at once.

verdict: failed
diagnosis: the sink must be called for one item at a time
"""

import asyncio


async def pipeline(source, sink, limit):
    room = asyncio.Semaphore(limit)
    count = 0

    async def write(item):
        async with room:
            await sink(item)

    async with asyncio.TaskGroup() as group:
        async for item in source:
            group.create_task(write(item))
            count += 1
    return count
