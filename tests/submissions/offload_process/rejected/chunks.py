"""Deals the items out to the processes beforehand.

verdict: failed
diagnosis: its place stayed empty until other calls were over, too
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    def work():
        with ProcessPoolExecutor(workers) as pool:
            return list(pool.map(func, items, chunksize=max(1, len(items) // workers)))

    t = asyncio.create_task(asyncio.to_thread(work))
    try:
        return await asyncio.shield(t)
    finally:
        await asyncio.wait({t})
