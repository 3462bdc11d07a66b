"""Leaves it to a task in the background to close the source.

verdict: leaked
diagnosis: pipeline failed, but a task that it had made goes on
"""

import asyncio

END = object()
BG = set()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    failure = None

    async def read():
        nonlocal failure
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            failure = error
        await queue.put(END)

    reader = asyncio.create_task(read())
    count = 0
    try:
        while (item := await queue.get()) is not END:
            await sink(item)
            count += 1
        if failure is not None:
            raise failure
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if hasattr(source, "aclose"):
            BG.add(asyncio.create_task(source.aclose()))
            await asyncio.sleep(0)
