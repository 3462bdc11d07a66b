"""Waits for the tasks and gives back the tasks.

verdict: failed
diagnosis: gave back tasks or coroutines, not the responses
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    if tasks:
        await asyncio.wait(tasks)
    return tasks
