"""anext with a default, and the reads that are done in a line."""

import asyncio
from collections import deque


async def merge(*sources):
    its = [aiter(s) for s in sources]
    news = asyncio.Event()
    ready = deque()
    reads = {}

    def ask(it):
        t = asyncio.ensure_future(anext(it, news))  # the default marks the end
        reads[t] = it
        t.add_done_callback(ready.append)
        t.add_done_callback(lambda _: news.set())

    try:
        for it in its:
            ask(it)
        while reads:
            while not ready:
                news.clear()
                await news.wait()
            t = ready.popleft()
            it = reads.pop(t)
            item = t.result()
            if item is not news:
                ask(it)
                yield item
    finally:
        for t in reads:
            t.cancel()
        if reads:
            await asyncio.wait(reads)
        for t in reads:
            t.cancelled() or t.exception()
        for s in sources:
            if hasattr(s, "aclose"):
                await s.aclose()
