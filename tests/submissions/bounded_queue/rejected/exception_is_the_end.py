"""Lets the error of the source travel through the queue as it is, so that an exception cannot be an item.

verdict: error
diagnosis: an exception that the source yields is an item like any other
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)

    async def read():
        end = END
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            end = error
        await queue.put(end)

    reader = asyncio.create_task(read())
    count = 0
    try:
        while (item := await queue.get()) is not END:
            if isinstance(item, Exception):
                raise item
            await sink(item)
            count += 1
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if hasattr(source, "aclose"):
            await source.aclose()
