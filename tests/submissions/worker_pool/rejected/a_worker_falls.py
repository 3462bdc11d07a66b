"""A worker fails, its item is never reported as done, and join() waits for ever.

verdict: deadlock
diagnosis: failed and took its worker along; everybody else waits for ever
"""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(workers)
    results = {}

    async def worker():
        while True:
            number, item = await queue.get()
            results[number] = await func(item)
            queue.task_done()

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    for job in enumerate(items):
        await queue.put(job)
    await queue.join()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return [results[number] for number in sorted(results)]
