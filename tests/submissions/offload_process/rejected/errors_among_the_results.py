"""Returns exceptions as results.

verdict: failed
diagnosis: a call raised, and its exception did not come out of parallel_map
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        calls = (loop.run_in_executor(pool, func, item) for item in items)
        return await asyncio.gather(*calls, return_exceptions=True)
