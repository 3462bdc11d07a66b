"""Knows that a request takes a second, and sleeps for one.

verdict: error
diagnosis: a task was asked for its result before it was done
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    await asyncio.sleep(1)
    return [task.result() for task in tasks]
