"""Looks again and again whether the pool is done, with a sleep of asyncio's in between."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def crawl(blocking_get, urls):
    pool = ThreadPoolExecutor(max_workers=max(1, len(urls)))
    futures = [pool.submit(blocking_get, url) for url in urls]
    try:
        while not all(future.done() for future in futures):
            await asyncio.sleep(0.01)
    finally:
        pool.shutdown(wait=False)
    return [future.result() for future in futures]
