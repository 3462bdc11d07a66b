"""Lets all calls end, and takes every exception among the results for a failure.

verdict: error
diagnosis: a call returned an exception, and parallel_map raised it
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=workers) as pool:
        calls = (loop.run_in_executor(pool, func, item) for item in items)
        results = await asyncio.gather(*calls, return_exceptions=True)
    for result in results:
        if isinstance(result, Exception):
            raise result
    return results
