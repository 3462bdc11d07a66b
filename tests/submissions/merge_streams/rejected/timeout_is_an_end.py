"""Takes the TimeoutError of a source for the end of that source.

verdict: failed
diagnosis: a raised an error, and it did not come out of merge
"""

import asyncio


async def merge(*sources):
    queue = asyncio.Queue(maxsize=1)

    async def pump(source):
        try:
            async for item in source:
                await queue.put(("item", item))
        except TimeoutError:
            await queue.put(("end", None))
        except Exception as error:
            await queue.put(("error", error))
        else:
            await queue.put(("end", None))

    pumps = [asyncio.create_task(pump(source)) for source in sources]
    under_way = len(pumps)
    try:
        while under_way:
            kind, what = await queue.get()
            if kind == "error":
                raise what
            if kind == "end":
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
