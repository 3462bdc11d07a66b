"""A pool of its own, whose futures are wrapped for asyncio; nobody waits for its threads when it goes wrong."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    if not urls:
        return []
    pool = ThreadPoolExecutor(max_workers=len(urls))
    try:
        return await asyncio.gather(*(asyncio.wrap_future(pool.submit(blocking_get, url)) for url in urls))
    finally:
        pool.shutdown(wait=False)
