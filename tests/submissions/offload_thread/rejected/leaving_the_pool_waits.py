"""Leaves the block of its pool while calls are under way.

verdict: failed
diagnosis: a call raised, and the counter stood still until the other calls were over
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(5) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, blocking_get, u) for u in urls))
