"""Hands a lambda over.

verdict: error
diagnosis: a lambda, or a function inside a function, cannot be found by its name
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        return await asyncio.gather(*[loop.run_in_executor(pool, lambda item=item: func(item)) for item in items])
