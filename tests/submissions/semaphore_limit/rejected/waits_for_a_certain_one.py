"""Each fetch waits for the one that stands `limit` places before it.

verdict: failed
diagnosis: c only began at 2.7, after a
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    tasks = []

    async def one(n, url):
        if n >= limit:
            await asyncio.wait([tasks[n - limit]])
        return await fetch(url)

    for n, u in enumerate(urls):
        tasks.append(asyncio.create_task(one(n, u)))
    return await asyncio.gather(*tasks)
