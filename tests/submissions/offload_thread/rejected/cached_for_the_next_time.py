"""Keeps the results for the next crawl.

verdict: failed
diagnosis: crawl was called again, and did not call blocking_get for every url again
"""

import asyncio

pages = {}


async def crawl(blocking_get, urls):
    async def one(u):
        if u not in pages:
            pages[u] = await asyncio.to_thread(blocking_get, u)
        return pages[u]

    return await asyncio.gather(*map(one, urls))
