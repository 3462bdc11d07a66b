"""Takes a request that ran out of time for an empty page.

verdict: failed
diagnosis: the error of a request did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    async def fetch(url):
        try:
            return await get_request(url)
        except TimeoutError:
            return None

    _, *responses = await asyncio.gather(other_work(), *map(fetch, urls))
    return responses
