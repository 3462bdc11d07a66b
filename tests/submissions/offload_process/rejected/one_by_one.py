"""Awaits each call before the next is handed over.

verdict: failed
diagnosis: one call at a time: each was waited for before the next was handed over
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        return [await loop.run_in_executor(pool, func, item) for item in items]
