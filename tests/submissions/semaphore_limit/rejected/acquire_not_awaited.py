"""Calls acquire() as if it were a plain function.

verdict: leaked
diagnosis: acquire() was called and not awaited
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        semaphore.acquire()
        try:
            return await fetch(url)
        finally:
            semaphore.release()

    return await asyncio.gather(*(one(url) for url in urls))
