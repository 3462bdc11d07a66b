"""create_task first, the other work, then gather: 2.0 s."""

import asyncio
from asyncio import Task


async def make_requests(urls, get_request, other_work):
    response_list: list[Task] = []
    for url in urls:
        response = asyncio.create_task(get_request(url))
        response_list.append(response)
    print(f"Number of tasks: {len(asyncio.all_tasks())}")
    await other_work()
    results = await asyncio.gather(*response_list)
    return results
