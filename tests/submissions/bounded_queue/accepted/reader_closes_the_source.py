"""The reader owns the source and closes it, by an exit stack if it can be closed."""

import asyncio
from contextlib import AsyncExitStack, aclosing


class Stop:
    def __init__(self, e=None):
        self.e = e


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)

    async def read():
        async with AsyncExitStack() as st:
            if hasattr(source, "aclose"):
                await st.enter_async_context(aclosing(source))
            last = Stop()
            try:
                async for item in source:
                    await queue.put(item)
            except Exception as e:
                last = Stop(e)
            await queue.put(last)

    count = 0
    async with asyncio.TaskGroup() as g:
        r = g.create_task(read())
        while True:
            item = await queue.get()
            if isinstance(item, Stop):
                break
            await sink(item)
            count += 1
        if item.e:
            raise item.e
    return count
