"""A task for each call, in a TaskGroup."""

import asyncio


async def crawl(blocking_get, urls):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(asyncio.to_thread(blocking_get, url)) for url in urls]
    return [task.result() for task in tasks]
