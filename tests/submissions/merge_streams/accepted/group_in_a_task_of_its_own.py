"""A TaskGroup around the readers, in a task of its own: no yield stands inside the group."""

import asyncio


async def merge(*sources):
    ready = asyncio.Queue(1)

    async def read(source):
        try:
            async for item in source:
                await ready.put([item])
        finally:
            if hasattr(source, "aclose"):
                await source.aclose()

    async def read_all():
        async with asyncio.TaskGroup() as group:
            for source in sources:
                group.create_task(read(source))

    reading = asyncio.create_task(read_all())
    try:
        while True:
            taking = asyncio.ensure_future(ready.get())
            try:
                await asyncio.wait([taking, reading], return_when=asyncio.FIRST_COMPLETED)
            finally:
                if not taking.done():
                    taking.cancel()
                    await asyncio.wait([taking])
            if taking.cancelled() or not taking.done():
                break
            (item,) = taking.result()
            yield item
        while not ready.empty():
            (item,) = ready.get_nowait()
            yield item
        await reading
    finally:
        reading.cancel()
        await asyncio.gather(reading, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
