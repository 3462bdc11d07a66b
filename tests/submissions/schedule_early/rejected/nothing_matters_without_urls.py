"""Has an answer of its own for no urls, whatever becomes of the other work.

verdict: failed
diagnosis: the error of the other work did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    if not urls:
        try:
            await other_work()
        except (Exception, asyncio.CancelledError):
            pass
        return []
    _, *responses = await asyncio.gather(other_work(), *map(get_request, urls))
    return responses
