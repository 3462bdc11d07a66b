"""Cancels the reads that were slower, which ends these sources.

verdict: failed
diagnosis: merge ended before a had: a2 never came
"""

import asyncio


async def merge(*sources):
    iterators = [aiter(source) for source in sources]
    reads = []
    try:
        while iterators:
            reads = [asyncio.ensure_future(anext(iterator)) for iterator in iterators]
            done, slower = await asyncio.wait(reads, return_when=asyncio.FIRST_COMPLETED)
            for task in slower:
                task.cancel()
            await asyncio.gather(*reads, return_exceptions=True)
            for task, iterator in list(zip(reads, iterators, strict=True)):
                if task in done:
                    try:
                        item = task.result()
                    except StopAsyncIteration:
                        iterators.remove(iterator)
                    else:
                        yield item
    finally:
        for task in reads:
            task.cancel()
        await asyncio.gather(*reads, return_exceptions=True)
        for source in sources:
            if hasattr(source, "aclose"):
                await source.aclose()
