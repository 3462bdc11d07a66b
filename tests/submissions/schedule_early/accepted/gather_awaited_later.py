"""Keeps the future of gather, and awaits it after the other work."""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls))
    await other_work()
    return await responses
