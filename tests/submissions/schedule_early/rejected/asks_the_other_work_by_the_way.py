"""Looks at the error of the other work in a loop over the requests: without requests nobody looks.

verdict: failed
diagnosis: the error of the other work did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    other = asyncio.create_task(other_work())
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await asyncio.wait([other, *tasks])
    responses = []
    for task in tasks:
        if other.exception():
            raise other.exception()
        responses.append(task.result())
    return responses
