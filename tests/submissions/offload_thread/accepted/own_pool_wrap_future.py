"""A pool of its own, whose futures are wrapped for asyncio."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    if not urls:
        return []
    with ThreadPoolExecutor(max_workers=len(urls)) as pool:
        futures = [pool.submit(blocking_get, url) for url in urls]
        return await asyncio.gather(*map(asyncio.wrap_future, futures))
