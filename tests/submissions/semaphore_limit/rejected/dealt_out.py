"""Deals the urls out to the workers before it begins.

verdict: failed
diagnosis: the urls were dealt out before it was known how long each of them takes
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    results = [None] * len(urls)

    async def worker(first):
        for number in range(first, len(urls), limit):
            results[number] = await fetch(urls[number])

    await asyncio.gather(*(worker(first) for first in range(limit)))
    return results
