"""Hands over the result instead of the function.

verdict: error
diagnosis: func(item) was called before anything was handed over
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, func(item)) for item in items])
