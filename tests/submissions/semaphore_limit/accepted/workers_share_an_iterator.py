"""As many workers as the limit says, each of which takes the next url when it is done with one."""

import asyncio


async def fetch_all(fetch, urls, limit):
    results = [None] * len(urls)
    line = iter(enumerate(urls))

    async def worker():
        for number, url in line:
            results[number] = await fetch(url)

    await asyncio.gather(*(worker() for _ in range(limit)))
    return results
