"""A list guarded by a condition; the reader waits for room, the writer for items."""

import asyncio


async def pipeline(source, sink, limit):
    changed = asyncio.Condition()
    items = []
    ended = False

    async def read():
        nonlocal ended
        try:
            async for item in source:
                async with changed:
                    await changed.wait_for(lambda: len(items) < limit)
                    items.append(item)
                    changed.notify_all()
        finally:
            ended = True
            async with changed:
                changed.notify_all()

    async def write():
        count = 0
        while True:
            async with changed:
                await changed.wait_for(lambda: items or ended)
                if not items:
                    return count
                item = items.pop(0)
                changed.notify_all()
            await sink(item)
            count += 1

    reader, writer = asyncio.create_task(read()), asyncio.create_task(write())
    try:
        count = await writer
        await reader
        return count
    finally:
        for task in (writer, reader):
            task.cancel()
        await asyncio.wait([reader, writer])
        if hasattr(source, "aclose"):
            await source.aclose()
