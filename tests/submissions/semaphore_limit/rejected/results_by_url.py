"""Keeps the results by url, where equal urls have one place.

verdict: failed
diagnosis: fetch_all returns what fetch returned for each url, in the order of urls
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)
    results = dict.fromkeys(urls)

    async def one(url):
        async with semaphore:
            results[url] = await fetch(url)

    await asyncio.gather(*(one(url) for url in urls))
    return list(results.values())
