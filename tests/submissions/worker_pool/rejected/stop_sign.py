"""Shows the others a stop sign when one has failed: they finish what they are doing.

verdict: failed
diagnosis: the error of c must come out at 0.6, and came out at
"""

import asyncio


async def map_pool(func, items, workers):
    line = enumerate(items)
    results = {}
    failures = []

    async def worker():
        for number, item in line:
            try:
                results[number] = await func(item)
            except Exception as error:
                failures.append(error)
            if failures:
                return

    async with asyncio.TaskGroup() as group:
        for _ in range(workers):
            group.create_task(worker())
    if failures:
        raise failures[0]
    return [results[number] for number in sorted(results)]
