"""Shuts the pool down after results and exceptions, but CancelledError is no Exception.

verdict: failed
diagnosis: still alive when parallel_map was cancelled
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor

pools = []


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(workers)
    pools.append(pool)
    try:
        results = await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
    except Exception:
        pool.shutdown()
        raise
    pool.shutdown()
    return results
