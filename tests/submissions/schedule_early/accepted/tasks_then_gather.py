"""create_task first, the other work, then gather: 2.0 s."""

import asyncio
from asyncio import Task


async def make_requests(urls, get_request, other_work):
    requests: list[Task] = []
    for url in urls:
        requests.append(asyncio.create_task(get_request(url)))
    print("under way:", len(asyncio.all_tasks()), "tasks")
    await other_work()
    return await asyncio.gather(*requests)
