"""One gather for the requests and the other work."""

import asyncio


async def make_requests(urls, get_request, other_work):
    *responses, _ = await asyncio.gather(*(get_request(url) for url in urls), other_work())
    return responses
