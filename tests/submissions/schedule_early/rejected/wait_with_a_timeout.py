"""Waits two more seconds for what has not come yet, and no longer.

verdict: leaked
diagnosis: while requests were still under way
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    if not tasks:
        return []
    done, _ = await asyncio.wait(tasks, timeout=2)
    return [task.result() for task in tasks if task in done]
