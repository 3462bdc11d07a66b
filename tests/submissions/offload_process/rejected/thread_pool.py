"""Takes the other executor.

verdict: failed
diagnosis: threads of one process share one GIL
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(workers) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
