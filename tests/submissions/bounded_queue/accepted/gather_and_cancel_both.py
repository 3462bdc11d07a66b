"""One gather of reader and writer; in the end both are cancelled, the one that is ending already a second time."""

import asyncio

class End:
    def __init__(self, error=None):
        self.error = error

async def pipeline(source, sink, limit):
    queue = asyncio.Queue(maxsize=limit)
    counter = [0]

    async def producer():
        error = None
        try:
            async for item in source:
                await queue.put(item)
        except Exception as e:
            error = e
        await queue.put(End(error))

    async def consumer():
        while True:
            item = await queue.get()
            if isinstance(item, End):
                if item.error:
                    raise item.error
                return
            await sink(item)
            counter[0] += 1

    p = asyncio.create_task(producer())
    c = asyncio.create_task(consumer())
    try:
        await asyncio.gather(p, c)
    finally:
        p.cancel()
        c.cancel()
        await asyncio.gather(p, c, return_exceptions=True)
        if hasattr(source, "aclose"):
            await source.aclose()
    return counter[0]
