"""A queue without a limit, and for each source a semaphore that lets it be one item ahead."""

import asyncio


async def merge(*sources):
    queue = asyncio.Queue()

    async def pump(source, room):
        try:
            await room.acquire()
            async for item in source:
                queue.put_nowait(("item", item, room))
                await room.acquire()
        except Exception as error:
            queue.put_nowait(("error", error, room))
        else:
            queue.put_nowait(("end", None, room))

    pumps = [asyncio.create_task(pump(source, asyncio.Semaphore(1))) for source in sources]
    try:
        left = len(pumps)
        while left > 0:
            match await queue.get():
                case "item", item, room:
                    room.release()
                    yield item
                case "error", error, _:
                    raise error
                case _:
                    left -= 1
    finally:
        for task in pumps:
            task.cancel()
        if pumps:
            await asyncio.wait(pumps)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
