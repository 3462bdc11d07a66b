"""Puts all that comes on a queue without a limit.

verdict: failed
diagnosis: had been read and the reader had not got them: it was read too far
"""

import asyncio

END = object()


async def merge(*sources):
    queue = asyncio.Queue()

    async def pump(source):
        error = None
        try:
            async for item in source:
                await queue.put((item, None))
        except Exception as failure:
            error = failure
        await queue.put((END, error))

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
