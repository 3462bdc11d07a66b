"""Workers without an end, a queue that is joined, and a race between the join and the first failure."""

import asyncio


async def map_pool(func, items, workers):
    queue = asyncio.Queue(maxsize=workers)
    results = []

    async def worker():
        while True:
            number, item = await queue.get()
            results[number] = await func(item)
            queue.task_done()

    async def produce():
        for number, item in enumerate(items):
            results.append(None)
            await queue.put((number, item))
        await queue.join()

    producer = asyncio.create_task(produce())
    tasks = [producer] + [asyncio.create_task(worker()) for _ in range(workers)]
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for task in done:
        task.result()
    return results
