"""Lets the pool map, and blocks the loop until it is done.

verdict: failed
diagnosis: the event loop's own thread stood and waited for them, at line 12
"""

from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    with ThreadPoolExecutor(40) as pool:
        return list(pool.map(blocking_get, urls))
