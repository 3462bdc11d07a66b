"""Returns at once when there is nothing to request.

verdict: failed
diagnosis: the other work must be done even if there are no urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    if not urls:
        return []
    responses = asyncio.gather(*map(get_request, urls))
    await other_work()
    return await responses
