"""One thread that blocks for a pool of other threads."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    def crawl_blocking():
        with ThreadPoolExecutor(max_workers=32) as pool:
            return list(pool.map(blocking_get, urls))

    return await asyncio.to_thread(crawl_blocking)
