"""Gives a place free when the item is written, not when it is taken: with limit 1 nothing overlaps.

verdict: failed
diagnosis: it stopped reading although fewer than limit items were waiting
"""

import asyncio


async def pipeline(source, sink, limit):
    room = asyncio.Semaphore(limit)
    queue = asyncio.Queue()
    end = object()
    failure = None

    async def read():
        nonlocal failure
        iterator = aiter(source)
        try:
            while True:
                await room.acquire()
                await queue.put(await anext(iterator))
        except StopAsyncIteration:
            pass
        except Exception as error:
            failure = error
        await queue.put(end)

    reader = asyncio.create_task(read())
    count = 0
    try:
        while (item := await queue.get()) is not end:
            await sink(item)
            room.release()
            count += 1
        if failure is not None:
            raise failure
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if hasattr(source, "aclose"):
            await source.aclose()
