"""Believes that an error of a task comes out by itself.

verdict: deadlock
diagnosis: an error that ends a task is told to whoever awaits that task, and to nobody else
"""

import asyncio

END = object()


async def merge(*sources):
    queue = asyncio.Queue(1)

    async def pump(source):
        async for item in source:
            await queue.put((item, None))
        await queue.put((END, None))

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    try:
        running = len(pumps)
        while running:
            item, error = await queue.get()
            if error is not None:
                raise error
            if item is END:
                running -= 1
            else:
                yield item
    finally:
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
