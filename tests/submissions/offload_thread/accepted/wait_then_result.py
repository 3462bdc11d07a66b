"""asyncio.wait over tasks, and the results one by one."""

import asyncio


async def crawl(blocking_get, urls):
    tasks = [asyncio.create_task(asyncio.to_thread(blocking_get, url)) for url in urls]
    if tasks:
        await asyncio.wait(tasks)
    return [task.result() for task in tasks]
