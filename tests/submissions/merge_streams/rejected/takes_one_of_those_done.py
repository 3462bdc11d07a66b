"""Takes one of the reads that are done, and forgets the others.

verdict: leaked
diagnosis: and the reader never got it
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
            iterators = [reading.pop(task) for task in done]
            for task, iterator in list(zip(done, iterators, strict=True)):
                try:
                    item = task.result()
                except StopAsyncIteration:
                    continue
                for other in iterators:
                    if other is not iterator:
                        reading[asyncio.ensure_future(anext(other))] = other
                reading[asyncio.ensure_future(anext(iterator))] = iterator
                yield item
                break
    finally:
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
