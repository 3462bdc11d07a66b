"""Does the other work after the block of the group.

verdict: failed
diagnosis: the other work only began when the responses were there
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    async with asyncio.TaskGroup() as tg:
        tasks = [tg.create_task(get_request(url)) for url in urls]
    await other_work()
    return [task.result() for task in tasks]
