"""Believes that gather() cancels the others when one fails.

verdict: leaked
diagnosis: the error came out, but 2 tasks of map_pool went on
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}

    async def worker():
        for number, item in line:
            results[number] = await func(item)

    await asyncio.gather(*(worker() for _ in range(workers)))
    return [results[number] for number in sorted(results)]
