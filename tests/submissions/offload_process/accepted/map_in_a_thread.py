"""Blocks in a thread; when cancelled, waits for that thread all the same."""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    def blocking():
        with ProcessPoolExecutor(workers) as pool:
            return list(pool.map(func, items))

    work = asyncio.ensure_future(asyncio.to_thread(blocking))
    try:
        return await asyncio.shield(work)
    finally:
        await asyncio.wait([work])
