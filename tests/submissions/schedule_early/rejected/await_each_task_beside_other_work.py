"""The other work is a task, but the requests are awaited one by one: 5 s.

verdict: failed
diagnosis: each became a task, but the next was only made when that one was done
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    working = asyncio.create_task(other_work())
    responses = [await asyncio.create_task(get_request(url)) for url in urls]
    await working
    return responses
