"""Takes None for no response.

verdict: failed
diagnosis: one response for each item of urls, be it None
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls))
    await other_work()
    return [response for response in await responses if response is not None]
