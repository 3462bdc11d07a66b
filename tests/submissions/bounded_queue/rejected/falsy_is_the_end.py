"""Takes every false value for the end.

verdict: failed
diagnosis: the sink must get every item of the source
"""

import asyncio

END = object()


async def pipeline(source, sink, limit):
    queue = asyncio.Queue(limit)
    failure = None

    async def read():
        nonlocal failure
        try:
            async for item in source:
                await queue.put(item)
        except Exception as error:
            failure = error
        await queue.put(None)

    reader = asyncio.create_task(read())
    count = 0
    try:
        while item := await queue.get():
            await sink(item)
            count += 1
        if failure is not None:
            raise failure
        return count
    finally:
        reader.cancel()
        await asyncio.wait([reader])
        if hasattr(source, "aclose"):
            await source.aclose()
