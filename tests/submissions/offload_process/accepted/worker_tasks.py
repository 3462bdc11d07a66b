"""Tasks that share one iterator, each with one call of the pool at a time."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    line = enumerate(items)
    results = [None] * len(items)
    with ProcessPoolExecutor(workers) as pool:

        async def worker():
            for number, item in line:
                results[number] = await loop.run_in_executor(pool, func, item)

        async with asyncio.TaskGroup() as group:
            for _ in range(workers):
                group.create_task(worker())
    return results
