"""Catches CancelledError while it collects the responses.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls))
    await other_work()
    try:
        return await responses
    except asyncio.CancelledError:
        return []
