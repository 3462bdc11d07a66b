"""Waits for the tasks of an empty list.

verdict: error
diagnosis: ValueError
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    semaphore = asyncio.Semaphore(limit)

    async def one(url):
        async with semaphore:
            return await fetch(url)

    tasks = [asyncio.create_task(one(url)) for url in urls]
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
