"""Believes that a url which is false means that there are no more.

verdict: failed
diagnosis: fetch must be called once for each url
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    results = [None] * len(urls)
    rest, numbers = iter(urls), iter(range(len(urls)))

    async def work():
        while url := next(rest, None):
            number = next(numbers)
            results[number] = await fetch(url)

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())
    return results
