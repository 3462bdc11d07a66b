"""Puts the error of items on the queue, behind the items that have not begun.

verdict: failed
diagnosis: the error of items must come out at
"""

import asyncio

END = object()


class Broken(Exception):
    pass


async def map_pool(func, items, workers):
    q = asyncio.Queue(workers)
    results = {}

    async def feed():
        n = 0
        err = None
        try:
            for item in items:
                await q.put((n, item, None))
                n += 1
        except Exception as e:
            await q.put((n, None, e))
        for _ in range(workers):
            await q.put(END)

    async def worker():
        while (p := await q.get()) is not END:
            if p[2]:
                raise p[2]
            results[p[0]] = await func(p[1])

    async with asyncio.TaskGroup() as g:
        g.create_task(feed())
        for _ in range(workers):
            g.create_task(worker())
    return [results[n] for n in range(len(results))]
