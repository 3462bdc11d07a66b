"""Fetches a second time what could not be had.

verdict: failed
diagnosis: fetch was called for it once more
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    sem = asyncio.Semaphore(limit)

    async def one(u):
        async with sem:
            try:
                return await fetch(u)
            except Exception:
                return await fetch(u)

    return await asyncio.gather(*map(one, urls))
