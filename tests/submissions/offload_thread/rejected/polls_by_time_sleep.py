"""Looks again and again whether the pool is done, with a sleep that blocks.

verdict: failed
diagnosis: the event loop's own thread stood and waited for them
"""

import time
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    with ThreadPoolExecutor(40) as pool:
        futures = [pool.submit(blocking_get, url) for url in urls]
        while not all(future.done() for future in futures):
            time.sleep(0.01)
        return [future.result() for future in futures]
