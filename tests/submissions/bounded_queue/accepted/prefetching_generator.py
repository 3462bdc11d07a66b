"""A generator that reads ahead stands between the source and a plain loop."""

import asyncio
from contextlib import AsyncExitStack, aclosing


async def prefetch(source, limit):
    queue = asyncio.Queue(limit)

    async def fill():
        error = None
        try:
            async for item in source:
                await queue.put((True, item))
        except Exception as failure:
            error = failure
        await queue.put((False, error))

    task = asyncio.create_task(fill())
    try:
        while True:
            more, item = await queue.get()
            if not more:
                break
            yield item
        if item is not None:
            raise item
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def pipeline(source, sink, limit):
    count = 0
    async with AsyncExitStack() as stack:
        if hasattr(source, "aclose"):
            await stack.enter_async_context(aclosing(source))
        items = await stack.enter_async_context(aclosing(prefetch(source, limit)))
        async for item in items:
            await sink(item)
            count += 1
    return count
