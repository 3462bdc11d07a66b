"""Thinks that a source can only raise an OSError.

verdict: failed
diagnosis: the source failed, and items that had been read before were lost
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    problem = None
    count = 0

    async def reader():
        nonlocal problem
        try:
            async for item in source:
                await queue.put(item)
        except OSError as error:
            problem = error
        await queue.put(END)

    async def writer():
        nonlocal count
        while (item := await queue.get()) is not END:
            await sink(item)
            count += 1

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(reader())
            group.create_task(writer())
    finally:
        if hasattr(source, "aclose"):
            await source.aclose()
    if problem:
        raise problem
    return count
