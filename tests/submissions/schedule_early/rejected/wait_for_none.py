"""asyncio.wait without a look at whether there is anything to wait for.

verdict: error
diagnosis: with no urls there are no tasks
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    await asyncio.wait(tasks)
    return [task.result() for task in tasks]
