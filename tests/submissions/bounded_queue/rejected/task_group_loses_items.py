"""Lets the source fail in a task group, which cancels the writer with items still waiting.

verdict: failed
diagnosis: the source failed, and items that had been read before were lost
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

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
            group.create_task(write())
    finally:
        if hasattr(source, "aclose"):
            await source.aclose()
    return count
