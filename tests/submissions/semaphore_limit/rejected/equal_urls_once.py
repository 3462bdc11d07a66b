"""Fetches equal urls only once.

verdict: failed
diagnosis: fetch must be called once for each url, equal ones and an empty one, too
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    tasks = {url: asyncio.create_task(one(url)) for url in dict.fromkeys(urls)}
    return [await tasks[url] for url in urls]
