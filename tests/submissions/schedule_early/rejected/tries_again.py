"""Sends a request again that has failed.

verdict: failed
diagnosis: get_request must be called once for each item of urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    async def fetch(url):
        try:
            return await get_request(url)
        except Exception:
            return await get_request(url)

    work = asyncio.create_task(other_work())
    responses = await asyncio.gather(*map(fetch, urls))
    await work
    return responses
