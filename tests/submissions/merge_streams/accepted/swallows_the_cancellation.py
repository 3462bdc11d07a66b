"""Cancels what it has begun, awaits it and swallows the CancelledError: Python 3.11 calls it running ever after."""

import asyncio
from contextlib import asynccontextmanager, suppress


@asynccontextmanager
async def closing(iterator):
    try:
        yield iterator
    finally:
        if hasattr(iterator, "aclose"):
            await iterator.aclose()


async def merge(*sources):
    box = asyncio.Queue()
    end = object()

    async def pump(source):
        free = asyncio.Semaphore(2)
        async with closing(aiter(source)) as iterator:
            while True:
                await free.acquire()
                try:
                    item = await anext(iterator)
                except StopAsyncIteration:
                    return
                box.put_nowait((item, free))

    async def pump_all():
        try:
            async with asyncio.TaskGroup() as group:
                for source in sources:
                    group.create_task(pump(source))
        finally:
            box.put_nowait(end)

    boss = asyncio.create_task(pump_all())
    try:
        while (entry := await box.get()) is not end:
            item, free = entry
            free.release()
            yield item
        await boss
    finally:
        boss.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await boss
