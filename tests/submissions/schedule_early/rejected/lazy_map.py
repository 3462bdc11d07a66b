"""map makes its tasks only when gather asks for them.

verdict: failed
diagnosis: when the other work was done: what is to be under way meanwhile must be scheduled before
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = map(asyncio.create_task, map(get_request, urls))
    await other_work()
    return await asyncio.gather(*tasks)
