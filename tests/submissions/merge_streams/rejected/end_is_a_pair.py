"""Tells the end by a pair of its own among the items, and an item may be such a pair.

verdict: failed
diagnosis: None, and every other value, is an item like any other, and not the end
"""

import asyncio


async def merge(*sources):
    queue = asyncio.Queue(maxsize=1)

    async def pump(source):
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            await queue.put(("error", error))
        else:
            await queue.put(("end", None))

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    under_way = len(pumps)
    try:
        while under_way:
            match await queue.get():
                case ("error", Exception() as error):
                    raise error
                case ("end", None):
                    under_way -= 1
                case item:
                    yield item
    finally:
        for task in pumps:
            task.cancel()
        await asyncio.gather(*pumps, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
