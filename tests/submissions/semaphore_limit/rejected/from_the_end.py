"""Workers take the urls from the end of a list.

verdict: failed
diagnosis: the fetches must begin in the order of urls
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    left = list(enumerate(urls))
    results = {}

    async def worker():
        while left:
            number, url = left.pop()
            results[number] = await fetch(url)

    await asyncio.gather(*(worker() for _ in range(limit)))
    return [results[number] for number in range(len(urls))]
