"""Waits for a millisecond at a time, until everything is done.

verdict: failed
diagnosis: the loop was kept busy
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    other = asyncio.create_task(other_work())
    pending = {other, *tasks}
    while pending:
        _, pending = await asyncio.wait(pending, timeout=0.001)
    other.result()
    return [task.result() for task in tasks]
