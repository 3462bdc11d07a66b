"""Makes a task of what func returns with create_task(), which takes a coroutine only.

verdict: error
diagnosis: func returned a task, which is awaitable, but no coroutine: create_task() takes nothing else
"""

import asyncio


async def map_pool(func, items, workers):
    jobs = enumerate(items)
    running = {}
    results = []
    try:
        while True:
            while len(running) < workers:
                try:
                    number, item = next(jobs)
                except StopIteration:
                    break
                running[asyncio.create_task(func(item))] = number
                results.append(None)
            if not running:
                return results
            done, _ = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                results[running.pop(task)] = task.result()
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
