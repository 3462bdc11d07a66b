"""A generator of tasks: it makes none of them until somebody asks for them.

verdict: failed
diagnosis: when the other work was done: what is to be under way meanwhile must be scheduled before
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = (asyncio.create_task(get_request(url)) for url in urls)
    await other_work()
    return [await task for task in list(tasks)]
