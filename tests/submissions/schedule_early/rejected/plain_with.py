"""Enters a TaskGroup like a file.

verdict: error
diagnosis: a TaskGroup is entered with `async with`
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    with asyncio.TaskGroup() as group:
        tasks = [group.create_task(get_request(url)) for url in urls]
        await other_work()
    return [task.result() for task in tasks]
