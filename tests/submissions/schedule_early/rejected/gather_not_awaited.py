"""Gives back the future of gather.

verdict: leaked
diagnosis: starting them is not yet waiting for them
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*(get_request(url) for url in urls))
    await other_work()
    return responses
