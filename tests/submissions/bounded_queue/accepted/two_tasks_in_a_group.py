"""A reader and a writer in a task group; the end, or the error, goes through the queue."""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    failures = []
    count = 0

    async def read():
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            failures.append(error)
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
    if failures:
        raise failures[0]
    return count
