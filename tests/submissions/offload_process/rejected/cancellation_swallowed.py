"""Keeps the CancelledError that is meant for parallel_map itself.

verdict: failed
diagnosis: parallel_map was cancelled, but the cancellation did not come out of it
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        try:
            return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
        except asyncio.CancelledError:
            return []
