"""Believes that gather() cancels the reader when the writer fails.

verdict: leaked
diagnosis: pipeline failed, but
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    count = 0

    async def read():
        async for item in source:
            await queue.put(item)
        await queue.put(END)

    async def write():
        nonlocal count
        while (item := await queue.get()) is not END:
            await sink(item)
            count += 1

    await asyncio.gather(read(), write())
    return count
