"""Believes that nobody wants more than eight at a time.

verdict: failed
diagnosis: here 8 were under way at once, and no more
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    permits = asyncio.Semaphore(min(limit, 8))

    async def one(url):
        async with permits:
            return await fetch(url)

    return await asyncio.gather(*map(one, urls))
