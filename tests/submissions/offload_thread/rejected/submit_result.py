"""Waits for each future of the pool by its blocking method.

verdict: failed
diagnosis: the calls were not all under way at the same time
"""

from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    with ThreadPoolExecutor() as pool:
        return [pool.submit(blocking_get, url).result() for url in urls]
