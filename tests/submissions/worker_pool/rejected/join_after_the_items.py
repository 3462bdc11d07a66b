"""Watches the workers while it hands out items, and not while it waits for the last ones.

verdict: deadlock
diagnosis: failed and took its worker along; everybody else waits for ever at line 31, for queue.join()
"""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(1)
    results = {}

    async def worker():
        while True:
            n, item = await queue.get()
            results[n] = await func(item)
            queue.task_done()

    async def feed():
        for pair in enumerate(items):
            await queue.put(pair)

    at_work = [asyncio.create_task(worker()) for _ in range(workers)]
    feeder = asyncio.create_task(feed())
    try:
        await asyncio.wait([feeder, *at_work], return_when=asyncio.FIRST_COMPLETED)
        for task in [feeder, *at_work]:
            if task.done():
                task.result()
        await queue.join()
        return [results[n] for n in range(len(results))]
    finally:
        for task in [feeder, *at_work]:
            task.cancel()
        await asyncio.wait([feeder, *at_work])
