"""Takes a false result for no result.

verdict: failed
diagnosis: None, and every other value, is a result like any other
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    return [page for page in await asyncio.gather(*(one(url) for url in urls)) if page]
