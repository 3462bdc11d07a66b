"""Takes the urls off the caller's list, and believes that every sequence is a list.

verdict: failed
diagnosis: no fetch had failed, and fetch_all raised AttributeError
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    results = {}

    async def work():
        while urls:
            number = len(results)
            results[number] = None
            results[number] = await fetch(urls.pop(0))

    async with asyncio.TaskGroup() as group:
        for _ in range(limit):
            group.create_task(work())
    return list(results.values())
