"""Believes that a checkpoint before the call is enough.

verdict: failed
diagnosis: does not make a blocking call give way
"""

import asyncio


async def crawl(blocking_get, urls):
    async def get(url):
        await asyncio.sleep(0)
        return blocking_get(url)

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(get(url)) for url in urls]
    return [task.result() for task in tasks]
