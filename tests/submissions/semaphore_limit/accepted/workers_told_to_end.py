"""Workers at a queue, which are told to end when all is done; nobody waits until they have."""

import asyncio


async def fetch_all(fetch, urls, limit):
    queue = asyncio.Queue()
    results, errors = {}, []

    async def worker():
        while True:
            number, url = await queue.get()
            try:
                results[number] = await fetch(url)
            except Exception as error:
                errors.append(error)
            finally:
                queue.task_done()

    for item in enumerate(urls):
        queue.put_nowait(item)
    workers = [asyncio.create_task(worker()) for _ in range(limit)]
    try:
        await queue.join()
    finally:
        for task in workers:
            task.cancel()
    if errors:
        raise errors[0]
    return [results[number] for number in range(len(urls))]
