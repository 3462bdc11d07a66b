"""Waits for the first of several __anext__ tasks; asks a source again when the reader asks again."""

import asyncio


async def merge(*sources):
    iterators = {}
    for source in sources:
        iterator = aiter(source)
        iterators[asyncio.ensure_future(anext(iterator))] = iterator
    try:
        while iterators:
            done, _ = await asyncio.wait(iterators, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                try:
                    item = task.result()
                except StopAsyncIteration:
                    del iterators[task]
                    continue
                yield item
                iterator = iterators.pop(task)
                iterators[asyncio.ensure_future(anext(iterator))] = iterator
    finally:
        for task in iterators:
            task.cancel()
        await asyncio.gather(*iterators, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
