"""Believes that an exception among the results of gather was raised.

verdict: failed
diagnosis: a fetch returned an exception, which is a result, and fetch_all raised it
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    permits = asyncio.Semaphore(limit)

    async def one(url):
        async with permits:
            return await fetch(url)

    results = await asyncio.gather(*map(one, urls), return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
