"""Makes the semaphore once for the whole program.

verdict: failed
diagnosis: each call has a limit of its own, and must not keep the one of an earlier call
"""

import asyncio

semaphore = None


async def fetch_all(fetch, urls, limit):
    global semaphore
    semaphore = semaphore or asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    return await asyncio.gather(*(one(url) for url in urls))
