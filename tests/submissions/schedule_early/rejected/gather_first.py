"""Awaits gather at once, and begins the other work after it: 3 s.

verdict: failed
diagnosis: the other work only began when the responses were there
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = await asyncio.gather(*(get_request(url) for url in urls))
    await other_work()
    return responses
