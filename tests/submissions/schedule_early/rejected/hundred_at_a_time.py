"""Lets a hundred requests run at a time.

verdict: failed
diagnosis: all of them must be under way from the beginning
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    places = asyncio.Semaphore(100)

    async def fetch(url):
        async with places:
            return await get_request(url)

    _, *responses = await asyncio.gather(other_work(), *map(fetch, urls))
    return responses
