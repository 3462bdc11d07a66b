"""The caller reads, a task writes; join() tells when the last item is written."""

import asyncio
from contextlib import AsyncExitStack


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(maxsize=limit)
    count = 0

    async def write():
        nonlocal count
        while True:
            item = await queue.get()
            await sink(item)
            count += 1
            queue.task_done()

    async def read():
        try:
            async for item in source:
                await queue.put(item)
        finally:
            if not asyncio.current_task().cancelling():
                await queue.join()

    async with AsyncExitStack() as stack:
        if hasattr(source, "aclose"):
            stack.push_async_callback(source.aclose)
        reader, writer = asyncio.create_task(read()), asyncio.create_task(write())
        try:
            await asyncio.wait([reader, writer], return_when=asyncio.FIRST_COMPLETED)
        finally:
            both = [reader, writer]
            running = [task for task in both if not task.done()]
            for task in running:
                task.cancel()
            if running:
                await asyncio.wait(running)
        for task in both:
            if task not in running:
                task.result()
    return count
