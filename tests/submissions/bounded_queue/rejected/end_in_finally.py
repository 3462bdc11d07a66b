"""Puts the end in a finally, which a cancelled reader reaches too: there is no room for it.

verdict: deadlock
diagnosis: for room in a full queue, and nobody takes anything out of it any more
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
        finally:
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
