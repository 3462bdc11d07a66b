"""Workers without an end; the one who feeds them ends them when the queue is joined. The group comes out as it is."""

import asyncio


async def map_pool(func, items, workers):
    q = asyncio.Queue(1)
    out = {}

    async def worker():
        while True:
            n, item = await q.get()
            out[n] = await func(item)
            q.task_done()

    async def boss(ws):
        for n, x in enumerate(items):
            await q.put((n, x))
        await q.join()
        for w in ws:
            w.cancel()

    async with asyncio.TaskGroup() as g:
        ws = [g.create_task(worker()) for _ in range(workers)]
        g.create_task(boss(ws))
    return [out[n] for n in range(len(out))]
