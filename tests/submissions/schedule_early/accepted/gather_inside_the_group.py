"""gather inside the block of a task group: the error of a request comes out of both, twice in one group."""

import asyncio


async def make_requests(urls, get_request, other_work):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(get_request(url)) for url in urls]
        group.create_task(other_work())
        responses = await asyncio.gather(*tasks)
    return responses
