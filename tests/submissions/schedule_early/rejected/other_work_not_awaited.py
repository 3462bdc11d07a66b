"""Makes the other work a task, and returns when the responses are there.

verdict: leaked
diagnosis: while the other work was still going on
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    asyncio.create_task(other_work())
    return await asyncio.gather(*(get_request(url) for url in urls))
