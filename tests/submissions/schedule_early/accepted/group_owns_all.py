"""The other work is one more task of the group."""

import asyncio


async def make_requests(urls, get_request, other_work):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(other_work())
        tasks = [tg.create_task(get_request(url)) for url in urls]
    return [task.result() for task in tasks]
