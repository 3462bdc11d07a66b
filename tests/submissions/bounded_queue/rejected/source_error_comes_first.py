"""Raises the source's error in a finally, so that it takes the place of whatever else is on its way.

verdict: failed
diagnosis: pipeline was cancelled, but the cancellation did not come out of it
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
        except Exception as error:
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
