"""Keeps the error of the sink for the end and writes on.

verdict: failed
diagnosis: the sink failed at 2.7, and its error must come out then
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
            try:
                await sink(item)
            except Exception as error:
                failure = failure or error
            count += 1
        if failure is not None:
            raise failure
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if hasattr(source, "aclose"):
            await source.aclose()
