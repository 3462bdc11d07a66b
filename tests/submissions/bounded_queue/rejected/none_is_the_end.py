"""Takes None for the end.

verdict: failed
diagnosis: None, and every other value, is an item like any other, and not the end
"""

import asyncio

END = None


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
            await source.aclose()
