"""Calls the other work without await.

verdict: leaked
diagnosis: calling other_work() only made a coroutine object
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    other_work()
    return await asyncio.gather(*tasks)
