"""Processes that a server process forks."""

import asyncio
import multiprocessing
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("forkserver")) as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, func, item) for item in items])
