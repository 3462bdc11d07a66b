"""Keeps `limit` tasks under way and waits for the first of them to end."""

import asyncio


async def fetch_all(fetch, urls, limit):
    tasks, running = [], set()
    for url in urls:
        if len(running) == limit:
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
        tasks.append(asyncio.ensure_future(fetch(url)))
        running.add(tasks[-1])
    return [await task for task in tasks]
