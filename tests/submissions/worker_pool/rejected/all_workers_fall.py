"""All workers fail, and the one who fills the queue waits for room.

verdict: deadlock
diagnosis: failed and took its worker along; everybody else waits for ever
"""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(1)
    results = {}
    failures = []

    async def worker():
        while (job := await queue.get()) is not None:
            number, item = job
            try:
                results[number] = await func(item)
            except Exception as error:
                failures.append(error)
                return

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    for job in enumerate(items):
        if failures:
            break
        await queue.put(job)
    for _ in tasks:
        await queue.put(None)
    await asyncio.wait(tasks)
    if failures:
        raise failures[0]
    return [results[number] for number in sorted(results)]
