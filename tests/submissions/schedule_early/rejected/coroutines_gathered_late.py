"""A list of coroutines, the other work, then gather: 3 s.

verdict: failed
diagnosis: calling get_request() only made coroutine objects; they started at 2
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    response_list = []
    for url in urls:
        response = get_request(url)
        response_list.append(response)
    print(f"Number of tasks: {len(asyncio.all_tasks())}")
    await other_work()
    results = await asyncio.gather(*response_list)
    return results
