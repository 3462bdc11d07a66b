"""Lets one more in: the limit has to be passed before anybody waits.

verdict: failed
diagnosis: 3 fetches were under way at once, with limit 2
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    tasks = []
    running = set()
    for url in urls:
        if len(running) > limit:
            _, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
        tasks.append(asyncio.create_task(fetch(url)))
        running.add(tasks[-1])
    return await asyncio.gather(*tasks)
