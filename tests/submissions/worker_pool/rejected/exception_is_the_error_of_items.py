"""Puts the error of items on the queue like an item, so that an exception cannot be an item.

verdict: error
diagnosis: a value like any other
"""

import asyncio

END = object()


async def map_pool(func, items, workers):
    q = asyncio.Queue(workers)
    results = {}

    async def feed():
        n = 0
        try:
            for item in items:
                await q.put((n, item))
                n += 1
        except Exception as e:
            await q.put((n, e))
        for _ in range(workers):
            await q.put(END)

    async def worker():
        while (p := await q.get()) is not END:
            if isinstance(p[1], Exception):
                raise p[1]
            results[p[0]] = await func(p[1])

    async with asyncio.TaskGroup() as g:
        g.create_task(feed())
        for _ in range(workers):
            g.create_task(worker())
    return [results[n] for n in range(len(results))]
