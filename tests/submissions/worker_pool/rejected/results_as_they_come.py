"""Appends the results as the calls end.

verdict: failed
diagnosis: the results came in the order in which the calls ended
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = []

    async def worker():
        for number, item in line:
            results.append(await func(item))

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    try:
        await asyncio.gather(*tasks)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return results
