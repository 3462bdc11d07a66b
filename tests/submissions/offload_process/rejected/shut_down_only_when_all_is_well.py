"""Shuts the pool down in the line after the results.

verdict: failed
diagnosis: still alive when parallel_map raised: processes do not end by themselves
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor

pools = []


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(workers)
    pools.append(pool)
    results = await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
    pool.shutdown()
    return results
