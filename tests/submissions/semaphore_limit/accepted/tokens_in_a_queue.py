"""A queue that holds the permits: get() takes one, put_nowait() gives it back."""

import asyncio


async def fetch_all(fetch, urls, limit):
    tokens = asyncio.Queue()
    for token in range(limit):
        tokens.put_nowait(token)

    async def one(url):
        token = await tokens.get()
        try:
            return await fetch(url)
        finally:
            tokens.put_nowait(token)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(url)) for url in urls]
    return [task.result() for task in tasks]
