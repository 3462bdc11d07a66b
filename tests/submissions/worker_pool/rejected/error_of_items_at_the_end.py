"""Keeps the error of items until the calls that are under way have ended by themselves.

verdict: failed
diagnosis: the error of items must come out at
"""

import asyncio


async def map_pool(func, items, workers):
    line = iter(enumerate(items))
    results = {}
    broken = []

    async def worker():
        while True:
            try:
                n, item = next(line)
            except StopIteration:
                return
            except Exception as e:
                broken.append(e)
                return
            results[n] = await func(item)

    try:
        async with asyncio.TaskGroup() as g:
            for _ in range(workers):
                g.create_task(worker())
    except ExceptionGroup as e:
        raise e.exceptions[0]
    if broken:
        raise broken[0]
    return [results[n] for n in range(len(results))]
