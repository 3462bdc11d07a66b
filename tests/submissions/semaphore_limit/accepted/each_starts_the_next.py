"""Each fetch that has ended starts the next one in the same TaskGroup."""

import asyncio
from itertools import islice


async def fetch_all(fetch, urls, limit):
    results = {}
    it = iter(enumerate(urls))

    async with asyncio.TaskGroup() as g:

        async def go(n, url):
            results[n] = await fetch(url)
            for n, url in islice(it, 1):
                g.create_task(go(n, url))

        for n, u in islice(it, limit):
            g.create_task(go(n, u))
    return [results[n] for n in range(len(urls))]
