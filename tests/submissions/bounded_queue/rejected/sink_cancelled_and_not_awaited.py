"""Makes a task of each call of the sink, and gives it a turn or two to end when pipeline is cancelled.

verdict: leaked
diagnosis: pipeline was cancelled, but a task that it had made goes on
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
            work = asyncio.ensure_future(sink(item))
            try:
                await asyncio.wait([work])
            except asyncio.CancelledError:
                work.cancel()
                await asyncio.sleep(0)
                await asyncio.sleep(0)
                raise
            work.result()
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
