"""return_exceptions=True for the other work as well.

verdict: failed
diagnosis: the error of the other work did not come out of make_requests
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    *responses, _ = await asyncio.gather(*map(get_request, urls), other_work(), return_exceptions=True)
    for response in responses:
        if isinstance(response, Exception):
            raise response
    return responses
