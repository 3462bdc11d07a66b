"""Looks twenty times a second whether the tasks are done.

verdict: failed
diagnosis: must return as soon as the slow response is there
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(u)) for u in urls]
    await other_work()
    while not all(t.done() for t in tasks):
        await asyncio.sleep(0.05)
    return [t.result() for t in tasks]
