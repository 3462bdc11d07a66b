"""The other work is the task, gather waits for the requests, then the task is awaited."""

import asyncio


async def make_requests(urls, get_request, other_work):
    working = asyncio.create_task(other_work())
    responses = await asyncio.gather(*[get_request(url) for url in urls])
    await working
    return responses
