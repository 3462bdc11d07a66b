"""A list of coroutines, the other work, then gather: 3 s.

verdict: failed
diagnosis: calling get_request() only made coroutine objects; they started at 2
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    requests = []
    for url in urls:
        requests.append(get_request(url))
    print("under way:", len(asyncio.all_tasks()), "task")
    await other_work()
    return await asyncio.gather(*requests)
