"""Does the other work, and makes the tasks then.

verdict: failed
diagnosis: when the other work was done: what is to be under way meanwhile must be scheduled before
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    await other_work()
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    return await asyncio.gather(*tasks)
