"""Makes a pool of processes and does not use it.

verdict: failed
diagnosis: threads of one process share one GIL
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers):
        return await asyncio.gather(*(loop.run_in_executor(None, func, item) for item in items))
