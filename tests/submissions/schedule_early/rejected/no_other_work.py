"""Forgets the other work.

verdict: failed
diagnosis: other_work must be called once
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    return await asyncio.gather(*(get_request(url) for url in urls))
