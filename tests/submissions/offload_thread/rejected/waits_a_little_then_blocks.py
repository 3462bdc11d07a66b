"""Leaves the loop free for a moment, and blocks it for the rest.

verdict: failed
diagnosis: the event loop's own thread stood and waited for them
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    with ThreadPoolExecutor(40) as pool:
        futures = [pool.submit(blocking_get, url) for url in urls]
        await asyncio.sleep(0.1)
        return [future.result() for future in futures]
