"""Workers at a queue: one dies of the error, and join() waits for the item that it had in hand.

verdict: deadlock
diagnosis: b failed, and others wait for it for ever
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    queue = asyncio.Queue()
    results = {}

    async def worker():
        while True:
            number, url = await queue.get()
            results[number] = await fetch(url)
            queue.task_done()

    for job in enumerate(urls):
        queue.put_nowait(job)
    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    await queue.join()
    for task in workers:
        task.cancel()
    await asyncio.wait(workers)
    return [results[number] for number in range(len(urls))]
