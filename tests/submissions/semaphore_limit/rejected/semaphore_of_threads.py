"""Takes a semaphore of the threading module.

verdict: deadlock
diagnosis: a blocking call of the threading or queue module stopped the whole event loop
"""

import asyncio
import threading


async def fetch_all(fetch, urls, limit):
    semaphore = threading.Semaphore(limit)

    async def one(url):
        with semaphore:
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls))
