"""Believes that get() notices that nobody will put any more.

verdict: deadlock
diagnosis: nobody told the writing side that the source has ended
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
            await source.aclose()
