"""Asks in every turn of the loop whether the tasks are done.

verdict: spin
diagnosis: make_requests kept asking whether everything was done
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    while not all(task.done() for task in tasks):
        await asyncio.sleep(0)
    return [task.result() for task in tasks]
