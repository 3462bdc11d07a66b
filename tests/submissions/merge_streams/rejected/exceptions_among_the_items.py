"""Puts items and errors into one queue as they are, and raises every exception that comes out.

verdict: error
diagnosis: an item that is an exception is an item like any other, and merge raised it
"""

import asyncio

END = object()


async def merge(*sources):
    queue = asyncio.Queue(maxsize=1)

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            await queue.put(error)
        else:
            await queue.put(END)

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    under_way = len(pumps)
    try:
        while under_way:
            what = await queue.get()
            if isinstance(what, Exception):
                raise what
            if what is END:
                under_way -= 1
            else:
                yield what
    finally:
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
