"""Asks gather for the exceptions, and returns them.

verdict: failed
diagnosis: the error of b did not come out of fetch_all
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls), return_exceptions=True)
