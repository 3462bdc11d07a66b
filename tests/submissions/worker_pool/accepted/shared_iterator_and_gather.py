"""Workers share one generator; gather brings the first error, and a finally closes the generator and ends the others."""

import asyncio


async def map_pool(func, items, workers):
    line = (job for job in enumerate(items))
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)

    tasks = [asyncio.create_task(worker()) for _ in range(workers)]
    try:
        await asyncio.gather(*tasks)
    finally:
        line.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    return [results[number] for number in sorted(results)]
