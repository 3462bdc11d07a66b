"""Five at a time, and then the next five."""

import asyncio


async def crawl(blocking_get, urls):
    out = []
    for i in range(0, len(urls), 5):
        out += await asyncio.gather(*(asyncio.to_thread(blocking_get, u) for u in urls[i : i + 5]))
    return out
