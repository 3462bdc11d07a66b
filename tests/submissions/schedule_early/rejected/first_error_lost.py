"""Believes that the first item of what gather gives belongs to the other work, which it left out.

verdict: failed
diagnosis: the error of a request did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    other = asyncio.create_task(other_work())
    responses = await asyncio.gather(*tasks, return_exceptions=True)
    await other
    for response in responses[1:]:
        if isinstance(response, Exception):
            raise response
    return responses
