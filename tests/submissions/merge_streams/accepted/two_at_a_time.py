"""Merges the first source with the merge of the others."""

import asyncio


async def both(one, other):
    reading = {}
    try:
        for source in (one, other):
            iterator = aiter(source)
            reading[asyncio.create_task(step(iterator))] = iterator
        while reading:
            done, _ = await asyncio.wait(reading, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                iterator = reading.pop(task)
                over, item = task.result()
                if not over:
                    yield item
                    reading[asyncio.create_task(step(iterator))] = iterator
    finally:
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        for source in (one, other):
            if hasattr(source, "aclose"):
                await source.aclose()


async def step(iterator):
    async for item in iterator:
        return False, item
    return True, None


async def nothing():
    return
    yield


def merge(*sources):
    if not sources:
        return nothing()
    merged = sources[-1] if len(sources) > 1 else both(sources[0], nothing())
    for source in reversed(sources[:-1]):
        merged = both(source, merged)
    return merged
