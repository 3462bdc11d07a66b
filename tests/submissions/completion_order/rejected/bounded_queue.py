"""Believes that nobody reports any more when the stream is closed: a job that fails then waits on a full queue.

verdict: deadlock
diagnosis: queue.put() on a full queue
"""

import asyncio


async def stream_results(jobs):
    q = asyncio.Queue(1)

    async def one(n, job):
        try:
            v = await job()
        except Exception as e:
            v = e
        await q.put([n, v])

    tasks = [asyncio.create_task(one(n, j)) for n, j in enumerate(jobs)]
    try:
        for _ in tasks:
            yield tuple(await q.get())
    finally:
        for t in tasks:
            t.cancel()
        if tasks:
            await asyncio.wait(tasks)
