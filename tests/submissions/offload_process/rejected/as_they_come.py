"""Collects the results as they come.

verdict: failed
diagnosis: the results came in the order in which the calls ended
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        calls = [loop.run_in_executor(pool, func, item) for item in items]
        return [await done for done in asyncio.as_completed(calls)]
