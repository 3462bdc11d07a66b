"""Makes a semaphore in each fetch: every one of them gets a permit of its own at once.

verdict: failed
diagnosis: all 6 fetches were under way at once, with limit 2: a permit holds back only those who take one themselves,
    and all from the same semaphore
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    async def one(url):
        async with asyncio.Semaphore(limit):
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls))
