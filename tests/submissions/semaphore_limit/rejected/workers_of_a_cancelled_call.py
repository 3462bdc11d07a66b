"""Ends its workers when all is done, and not when it is cancelled.

verdict: deadlock
diagnosis: fetch_all was cancelled, and 2 tasks wait for ever
"""

import asyncio


async def fetch_all(fetch, urls, limit):
    q = asyncio.Queue()
    out = {}

    async def worker():
        while True:
            n, u = await q.get()
            try:
                out[n] = await fetch(u)
            except Exception as e:
                out[n] = e
            q.task_done()

    ws = [asyncio.create_task(worker()) for _ in range(limit)]
    for i in enumerate(urls):
        q.put_nowait(i)
    await q.join()
    for w in ws:
        w.cancel()
    for v in out.values():
        if isinstance(v, Exception):
            raise v
    return [out[n] for n in range(len(urls))]
