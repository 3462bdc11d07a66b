"""Makes two processes, whatever it is told.

verdict: failed
diagnosis: never more than 2 calls were under way, with 3 workers and 7 items
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
