"""Raises the error when all the others have ended.

verdict: failed
diagnosis: and must come out then
"""

import asyncio

END = object()


async def merge(*sources):
    queue = asyncio.Queue(1)

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
        failure = None
        while running:
            item, error = await queue.get()
            failure = failure or error
            if item is END:
                running -= 1
            else:
                yield item
        if failure is not None:
            raise failure
    finally:
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
