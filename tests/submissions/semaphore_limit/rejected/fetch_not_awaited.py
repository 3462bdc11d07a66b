"""Believes that to call a coroutine function is to run it.

verdict: leaked
diagnosis: fetch(url) was called and not awaited
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    permits = asyncio.Semaphore(limit)

    async def one(url):
        async with permits:
            return fetch(url)

    return await asyncio.gather(*map(one, urls))
