"""The worker that fails cancels the others, and gather brings its error before they are over.

verdict: leaked
diagnosis: the error came out while a cancelled call was still at work
"""

import asyncio


async def map_pool(func, items, workers):
    line = iter(enumerate(items))
    results = {}
    ts = []

    async def worker():
        for n, item in line:
            try:
                results[n] = await func(item)
            except Exception:
                for t in ts:
                    if t is not asyncio.current_task():
                        t.cancel()
                raise

    for _ in range(workers):
        ts.append(asyncio.create_task(worker()))
    await asyncio.gather(*ts)
    return [results[n] for n in range(len(results))]
