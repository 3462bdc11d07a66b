"""Gives the cancelled reader one turn to end, which is not enough when the source has something to close.

verdict: leaked
diagnosis: a reader that was cancelled is not over yet
"""

import asyncio

END = object()


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
        await asyncio.sleep(0)
        if hasattr(source, "aclose"):
            await source.aclose()
