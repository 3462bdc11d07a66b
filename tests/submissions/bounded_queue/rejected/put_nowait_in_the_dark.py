"""Uses put_nowait(), and the reader ends by a QueueFull that nobody sees.

verdict: deadlock
diagnosis: with limit items in the queue it raises QueueFull
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)

    async def read():
        async for item in source:
            queue.put_nowait(item)
        queue.put_nowait(END)

    reader = asyncio.create_task(read())
    count = 0
    while (item := await queue.get()) is not END:
        await sink(item)
        count += 1
    await reader
    return count
