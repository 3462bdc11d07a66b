"""Awaits one thread after the other.

verdict: failed
diagnosis: the event loop was free, but the calls were not all under way at the same time
"""

import asyncio


async def crawl(blocking_get, urls):
    return [await asyncio.to_thread(blocking_get, url) for url in urls]
