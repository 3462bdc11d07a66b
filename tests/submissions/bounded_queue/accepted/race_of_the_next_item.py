"""One loop that waits for the next item or the end of the current write, whichever comes first."""

import asyncio
from collections import deque


async def pipeline(source, sink, limit):
    iterator = aiter(source)
    items = deque()
    count = 0
    failure = None
    exhausted = False
    reading = writing = None
    try:
        while True:
            if writing is None and items:
                writing = asyncio.ensure_future(sink(items.popleft()))
            if reading is None and not exhausted and len(items) < limit:
                reading = asyncio.create_task(take(iterator))
            pending = {task for task in (reading, writing) if task is not None}
            if not pending:
                break
            await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            if writing is not None and writing.done():
                writing.result()
                writing = None
                count += 1
            if reading is not None and reading.done():
                try:
                    items.extend(reading.result())
                    exhausted = not reading.result()
                except Exception as error:
                    failure, exhausted = error, True
                reading = None
    finally:
        for task in (reading, writing):
            if task is not None and not task.done():
                task.cancel()
                await asyncio.wait([task])
        if hasattr(source, "aclose"):
            await source.aclose()
    if failure is not None:
        raise failure
    return count


async def take(iterator):
    async for item in iterator:
        return [item]
    return []
