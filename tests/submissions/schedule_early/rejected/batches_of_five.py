"""Five requests at a time, the next five when these are done.

verdict: failed
diagnosis: all of them must be under way from the beginning
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    working = asyncio.create_task(other_work())
    responses = []
    for at in range(0, len(urls), 5):
        responses += await asyncio.gather(*map(get_request, urls[at : at + 5]))
    await working
    return responses
