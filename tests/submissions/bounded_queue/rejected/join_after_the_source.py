"""Joins the queue when the source has ended, and does not see that the writing side fails meanwhile.

verdict: deadlock
diagnosis: the writing side has failed
"""

import asyncio


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    count = 0

    async def write():
        nonlocal count
        while True:
            item = await queue.get()
            await sink(item)
            count += 1
            queue.task_done()

    w = asyncio.create_task(write())

    async def read():
        async for item in source:
            await queue.put(item)

    r = asyncio.create_task(read())
    try:
        await asyncio.wait([r, w], return_when=asyncio.FIRST_COMPLETED)
        if w.done():
            w.result()
        await queue.join()
        r.result()
        return count
    finally:
        w.cancel()
        r.cancel()
        await asyncio.wait([w, r])
        if hasattr(source, "aclose"):
            await source.aclose()
