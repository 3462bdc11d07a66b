"""Fetches in batches of `limit`.

verdict: failed
diagnosis: the batch waited for its slowest fetch before the next one
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    results = []
    for begin in range(0, len(urls), limit):
        results += await asyncio.gather(*(fetch(url) for url in urls[begin : begin + limit]))
    return results
