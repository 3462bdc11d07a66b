"""Gives the source one second to close.

verdict: failed
diagnosis: the sink's error must come out of pipeline, and no other
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
            await asyncio.wait_for(source.aclose(), 1)
    if problem:
        raise problem
    return count
