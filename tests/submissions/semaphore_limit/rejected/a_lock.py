"""Believes that a lock is what limits.

verdict: failed
diagnosis: one fetch after the other: no second one was ever under way
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    lock = asyncio.Lock()

    async def one(url):
        async with lock:
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls))
