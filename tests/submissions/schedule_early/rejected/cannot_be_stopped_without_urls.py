"""Has an answer of its own for no urls, which comes even if it is cancelled.

verdict: failed
diagnosis: the cancellation did not come out of it
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    try:
        await other_work()
        return [await task for task in tasks]
    except asyncio.CancelledError:
        if not urls:
            return []
        raise
