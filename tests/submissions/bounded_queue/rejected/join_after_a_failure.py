"""Waits in join() for a writer that has failed.

verdict: deadlock
diagnosis: waits for items that nobody will write any more
"""

import asyncio


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    count = 0

    async def write():
        nonlocal count
        while True:
            item = await queue.get()
            await sink(item)
            count += 1
            queue.task_done()

    writer = asyncio.create_task(write())
    async for item in source:
        await queue.put(item)
    await queue.join()
    writer.cancel()
    return count
