"""Returns what it has when it is cancelled.

verdict: failed
diagnosis: fetch_all was cancelled, but the cancellation did not come out of it
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)
    results = [None] * len(urls)

    async def one(number, url):
        async with semaphore:
            results[number] = await fetch(url)

    try:
        await asyncio.gather(*(one(number, url) for number, url in enumerate(urls)))
    except asyncio.CancelledError:
        pass
    return results
