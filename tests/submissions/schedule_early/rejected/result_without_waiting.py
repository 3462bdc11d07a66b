"""Asks each task for its result after the other work, which happens to be long enough.

verdict: error
diagnosis: a task was asked for its result before it was done
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    return [task.result() for task in tasks]
