"""Gives the tasks two seconds with time.sleep.

verdict: blocked
diagnosis: the event loop was blocked for 2
"""

import asyncio
import time


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    time.sleep(2)
    await other_work()
    return await asyncio.gather(*tasks)
