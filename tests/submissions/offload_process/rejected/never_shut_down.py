"""Keeps its pool for later, and never shuts it down.

verdict: failed
diagnosis: 2 child processes were still alive when parallel_map returned
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor

pools = []


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    pool = ProcessPoolExecutor(workers)
    pools.append(pool)
    return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
