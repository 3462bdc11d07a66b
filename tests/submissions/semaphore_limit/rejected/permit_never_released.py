"""Returns before it gives its permit back.

verdict: deadlock
diagnosis: for it was acquired and never released
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    permits = asyncio.Semaphore(limit)

    async def one(url):
        await permits.acquire()
        return await fetch(url)
        permits.release()

    return await asyncio.gather(*map(one, urls))
