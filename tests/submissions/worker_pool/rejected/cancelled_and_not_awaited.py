"""Believes that cancel() ends a task at once.

verdict: leaked
diagnosis: the error came out while a cancelled call was still at work: cancel() asks a task to end, and does
    not wait
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
    return [results[number] for number in sorted(results)]
