"""A pool for the whole module."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

POOL = ThreadPoolExecutor(16)


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    return await asyncio.gather(*[loop.run_in_executor(POOL, blocking_get, url) for url in urls])
