"""A pool of two.

verdict: failed
diagnosis: one had to end before another could begin
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(2) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, blocking_get, url) for url in urls))
