"""as_completed over wrappers that carry the index, other work among them."""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = [None] * len(urls)

    async def fetch(index, url):
        responses[index] = await get_request(url)

    for errand in asyncio.as_completed([other_work(), *(fetch(i, url) for i, url in enumerate(urls))]):
        await errand
    return responses
