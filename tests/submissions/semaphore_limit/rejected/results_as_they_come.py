"""Collects the results in the order in which the fetches end.

verdict: failed
diagnosis: the results came in the order in which the fetches ended, not in the order of urls
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)
    results = []

    async def one(url):
        async with semaphore:
            results.append(await fetch(url))

    await asyncio.gather(*(one(url) for url in urls))
    return results
