"""Looks whether all tasks are done before it waits, and the last one ends while it waits.

verdict: deadlock
diagnosis: and the reader waits for ever
"""

import asyncio


async def merge(*sources):
    queue = asyncio.Queue(1)

    async def pump(source):
        async for item in source:
            await queue.put(item)

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    try:
        while not all(task.done() for task in pumps):
            yield await queue.get()
    finally:
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
