"""Waits for the cancelled calls, but not longer than two seconds.

verdict: leaked
diagnosis: map_pool ended before the calls that it had cancelled
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
        await asyncio.wait(tasks, timeout=2)
    return [results[number] for number in sorted(results)]
