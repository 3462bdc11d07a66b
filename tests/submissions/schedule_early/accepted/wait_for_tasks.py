"""asyncio.wait, whose set has no order, and a list of tasks that has."""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    working = asyncio.create_task(other_work())
    await asyncio.wait([*tasks, working])
    working.result()
    return [task.result() for task in tasks]
