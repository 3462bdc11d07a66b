"""Blocks in a thread, and does not wait for that thread when it is cancelled.

verdict: failed
diagnosis: still alive when parallel_map was cancelled
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    def blocking():
        with ProcessPoolExecutor(workers) as pool:
            return list(pool.map(func, items))

    return await asyncio.to_thread(blocking)
