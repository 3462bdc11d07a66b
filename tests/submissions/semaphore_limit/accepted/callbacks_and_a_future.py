"""No coroutine waits for a permit: the end of a fetch starts the next one, and the last one resolves a future."""

import asyncio


async def fetch_all(fetch, urls, limit):
    over = asyncio.get_running_loop().create_future()
    line = iter(enumerate(urls))
    results = {}
    tasks = set()

    def next_one():
        for number, url in line:
            task = asyncio.ensure_future(fetch(url))
            tasks.add(task)
            task.add_done_callback(lambda task: ended(number, task))
            return

    def ended(number, task):
        tasks.discard(task)
        if task.cancelled() or over.done():
            return
        if task.exception():
            over.set_exception(task.exception())
            return
        results[number] = task.result()
        if len(results) == len(urls):
            over.set_result(None)
        next_one()

    for _ in range(limit):
        next_one()
    try:
        if urls:
            await over
    finally:
        for task in tasks:
            task.cancel()
    return [results[number] for number in range(len(urls))]
