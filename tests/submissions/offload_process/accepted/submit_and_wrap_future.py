"""Submits the calls and wraps the pool's futures for asyncio."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    with ProcessPoolExecutor(workers) as pool:
        futures = [asyncio.wrap_future(pool.submit(func, item)) for item in items]
        if futures:
            await asyncio.wait(futures)
        return [future.result() for future in futures]
