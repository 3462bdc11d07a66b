"""Gives the permit back on the last line, which an error never reaches.

verdict: deadlock
diagnosis: b failed and took its permit along: 3 tasks wait for a permit for ever at line 14
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        await semaphore.acquire()
        result = await fetch(url)
        semaphore.release()
        return result

    return await asyncio.gather(*(one(url) for url in urls))
