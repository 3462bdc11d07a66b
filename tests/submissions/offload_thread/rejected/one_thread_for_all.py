"""Hands the whole loop over to one thread.

verdict: failed
diagnosis: one had to end before another could begin
"""

import asyncio


async def crawl(blocking_get, urls):
    return await asyncio.to_thread(lambda: [blocking_get(url) for url in urls])
