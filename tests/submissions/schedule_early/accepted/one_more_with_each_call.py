"""Calls itself for the rest of the urls; the innermost call does the other work."""

import asyncio


async def make_requests(urls, get_request, other_work):
    if not urls:
        await other_work()
        return []
    rest = make_requests(urls[1:], get_request, other_work)
    first, others = await asyncio.gather(get_request(urls[0]), rest)
    return [first, *others]
