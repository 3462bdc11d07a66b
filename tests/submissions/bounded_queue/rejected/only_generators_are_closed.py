"""Believes that nothing but an asynchronous generator has an aclose().

verdict: failed
diagnosis: the source was still open when pipeline was over
"""

import asyncio
import inspect

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
        if inspect.isasyncgen(source):
            await source.aclose()
    if problem:
        raise problem
    return count
