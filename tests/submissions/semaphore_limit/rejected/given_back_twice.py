"""Gives the permit back after an error, and once more in any case.

verdict: failed
diagnosis: a permit was given back more often than it was taken
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        await semaphore.acquire()
        try:
            return await fetch(url)
        except Exception:
            semaphore.release()
            raise
        finally:
            semaphore.release()

    return await asyncio.gather(*(one(url) for url in urls))
