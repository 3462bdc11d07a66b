"""Awaits the reads that it has cancelled one by one; one that has failed meanwhile raises, and ends the cleanup.

verdict: leaked
diagnosis: a and b failed in the same instant, and c was not closed yet when merge was over: after the second error nobody waited
"""

import asyncio
from contextlib import suppress


async def merge(*sources):
    reads = {}

    async def next_item(iterator):
        return await anext(iterator)

    def read(iterator):
        reads[asyncio.create_task(next_item(iterator))] = iterator

    iterators = [aiter(source) for source in sources]
    for iterator in iterators:
        read(iterator)
    try:
        while reads:
            done, _ = await asyncio.wait(reads, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                iterator = reads.pop(task)
                try:
                    item = task.result()
                except StopAsyncIteration:
                    continue
                read(iterator)
                yield item
    finally:
        for task in reads:
            task.cancel()
        for task in reads:
            with suppress(asyncio.CancelledError, StopAsyncIteration):
                await task
        for iterator in iterators:
            if hasattr(iterator, "aclose"):
                await iterator.aclose()
