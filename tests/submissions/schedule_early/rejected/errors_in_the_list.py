"""return_exceptions=True, and nobody looks.

verdict: failed
diagnosis: the error of a request did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls), return_exceptions=True)
    await other_work()
    return await responses
