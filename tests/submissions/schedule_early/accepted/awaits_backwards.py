"""Makes the tasks in the order of the urls, and awaits them from the last to the first."""

import asyncio


async def make_requests(urls, get_request, other_work):
    tasks = [asyncio.create_task(get_request(url)) for url in urls]
    await other_work()
    return [await task for task in reversed(tasks)][::-1]
