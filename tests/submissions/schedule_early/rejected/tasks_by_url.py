"""Keeps the tasks in a dict by url.

verdict: failed
diagnosis: get_request must be called once for each item of urls
"""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = {url: asyncio.create_task(get_request(url)) for url in dict.fromkeys(urls)}
    await other_work()
    return [await tasks[url] for url in urls]
