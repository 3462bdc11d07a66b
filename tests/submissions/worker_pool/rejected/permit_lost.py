"""Gives the permit back only when all went well.

verdict: deadlock
diagnosis: failed and took its worker along; everybody else waits for ever at line 21, for
    semaphore.acquire()
"""

import asyncio


async def map_pool(func, items, workers):
    permits = asyncio.Semaphore(workers)
    tasks = []

    async def work(item):
        result = await func(item)
        permits.release()
        return result

    for item in items:
        await permits.acquire()
        tasks.append(asyncio.create_task(work(item)))
    return await asyncio.gather(*tasks)
