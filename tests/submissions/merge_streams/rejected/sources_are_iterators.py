"""Calls anext() on the sources themselves.

verdict: error
diagnosis: a source need not be an iterator
"""

import asyncio


async def merge(*sources):
    reading = {}
    for source in sources:
        iterator = source
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
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
