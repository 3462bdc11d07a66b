"""Leaves the reads running when the reader goes.

verdict: error
diagnosis: aclose() cannot close a generator that somebody is reading
"""

import asyncio


async def merge(*sources):
    reading = {}
    for source in sources:
        iterator = aiter(source)
        reading[asyncio.ensure_future(anext(iterator))] = iterator
    try:
        while reading:
            done, _ = await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                iterator = reading.pop(task)
                try:
                    item = task.result()
                except StopAsyncIteration:
                    continue
                reading[asyncio.ensure_future(anext(iterator))] = iterator
                yield item
    finally:
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
