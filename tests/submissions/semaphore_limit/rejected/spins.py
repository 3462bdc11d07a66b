"""Looks in every turn of the loop whether there is room.

verdict: failed
diagnosis: whoever looks again and again
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    tasks = []

    def running():
        return sum(not task.done() for task in tasks)

    for url in urls:
        while running() >= limit:
            await asyncio.sleep(0)
        tasks.append(asyncio.create_task(fetch(url)))
    return await asyncio.gather(*tasks)
