"""Makes the queue once, for all pipelines.

verdict: failed
diagnosis: two pipelines that run at the same time must not notice each other
"""

import asyncio

END = object()
queue = asyncio.Queue(3)


async def pipeline(source, sink, limit):
    queue._maxsize = limit
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
