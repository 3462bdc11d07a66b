"""Waits for the next item or for the end of the reader, whichever comes first."""

import asyncio


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)

    async def read():
        async for item in source:
            await queue.put(item)

    reader = asyncio.create_task(read())
    getting = None
    count = 0
    try:
        while not (reader.done() and queue.empty()):
            getting = asyncio.create_task(queue.get())
            await asyncio.wait({reader, getting}, return_when=asyncio.FIRST_COMPLETED)
            if not getting.done() and queue.empty():
                break
            item = await getting
            await sink(item)
            count += 1
        await reader
        return count
    finally:
        tasks = [task for task in (reader, getting) if task is not None]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
