"""Takes one permit for the whole crowd.

verdict: failed
diagnosis: or one permit for all of them, holds back nobody
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)
    async with semaphore:
        return await asyncio.gather(*(fetch(url) for url in urls))
