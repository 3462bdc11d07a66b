"""Repairs the order by sorting.

verdict: failed
diagnosis: the responses are not in the order of the urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    return sorted([await task for task in asyncio.as_completed(tasks)], key=str)
