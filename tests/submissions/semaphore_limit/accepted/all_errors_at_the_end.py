"""Fetches everything, whatever fails, and raises all the errors together when it is over."""

import asyncio


async def fetch_all(fetch, urls, limit):
    condition = asyncio.Condition()
    running = 0

    async def one(url):
        nonlocal running
        async with condition:
            await condition.wait_for(lambda: running < limit)
            running += 1
        try:
            return await fetch(url)
        finally:
            running -= 1
            async with condition:
                condition.notify()

    tasks = [asyncio.create_task(one(url)) for url in urls]
    await asyncio.gather(*tasks, return_exceptions=True)
    errors = [error for task in tasks if (error := task.exception())]
    if errors:
        raise ExceptionGroup("some pages cannot be had", errors)
    return [task.result() for task in tasks]
