"""Sends no more than ten requests at a time.

verdict: failed
diagnosis: all of them must be under way from the beginning
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    permits = asyncio.Semaphore(10)

    async def fetch(url):
        async with permits:
            return await get_request(url)

    responses = asyncio.gather(*map(fetch, urls))
    await other_work()
    return await responses
