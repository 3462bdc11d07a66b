"""Runs each request in a thread with an event loop of its own.

verdict: failed
diagnosis: ran on another event loop
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(asyncio.to_thread(asyncio.run, get_request(url))) for url in urls]
    await other_work()
    return await asyncio.gather(*tasks)
