"""Gives the permit back after an Exception, which CancelledError is not; and the semaphore outlives the call.

verdict: failed
diagnosis: fetches that failed or were cancelled kept their permits: the next call had to do without
"""

import asyncio

semaphores = {}


async def fetch_all(fetch, urls, limit):
    semaphore = semaphores.setdefault(limit, asyncio.Semaphore(limit))

    async def one(url):
        await semaphore.acquire()
        try:
            result = await fetch(url)
        except Exception:
            semaphore.release()
            raise
        semaphore.release()
        return result

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(one(url)) for url in urls]
    return [task.result() for task in tasks]
