"""A task group where each task begins the next one as its last act."""

import asyncio


async def map_pool(func, items, workers):
    it = iter(items)
    out = []
    async with asyncio.TaskGroup() as g:

        def start():
            for item in it:
                n = len(out)
                out.append(None)
                g.create_task(step(n, item))
                return

        async def step(n, item):
            out[n] = await func(item)
            start()

        for _ in range(workers):
            start()
    return out
