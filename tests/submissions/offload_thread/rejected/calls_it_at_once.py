"""Hands over the result instead of the function.

verdict: error
diagnosis: blocking_get(url) was called before anything was handed over
"""

import asyncio


async def crawl(blocking_get, urls):
    return await asyncio.gather(*(asyncio.to_thread(blocking_get(url)) for url in urls))
