"""Holds a permit while it makes the task, and not while the task runs.

verdict: failed
diagnosis: all 6 fetches were under way at once, with limit 2
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)
    tasks = []
    for url in urls:
        async with semaphore:
            tasks.append(asyncio.create_task(fetch(url)))
    return await asyncio.gather(*tasks)
