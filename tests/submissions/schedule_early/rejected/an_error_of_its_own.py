"""Raises another error in the place of the one that happened.

verdict: failed
diagnosis: the error of a request must come out of make_requests, not another one
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    responses = asyncio.gather(*map(get_request, urls))
    await other_work()
    try:
        return await responses
    except Exception:
        raise RuntimeError("a request failed") from None
