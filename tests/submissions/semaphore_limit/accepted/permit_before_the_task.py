"""Takes the permit first and makes the task then; the task gives the permit back by a callback when it is over."""

import asyncio


async def fetch_all(fetch, urls, limit):
    permits = asyncio.BoundedSemaphore(limit)
    tasks = []
    try:
        for url in urls:
            await permits.acquire()
            failed = [task for task in tasks if task.done() and task.exception()]
            if failed:
                break
            tasks.append(asyncio.create_task(fetch(url)))
            tasks[-1].add_done_callback(lambda _: permits.release())
        return await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
