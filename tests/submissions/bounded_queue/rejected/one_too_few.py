"""Makes the queue smaller by the item that the reader holds; with limit 1 its size is 0: no limit at all.

verdict: failed
diagnosis: it read 8 items ahead of the sink with limit 1
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit - 1)
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
            await source.aclose()
