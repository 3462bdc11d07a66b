"""A single item is not worth a process.

verdict: failed
diagnosis: func ran in the process of the event loop, on the event loop's own thread
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    if len(items) == 1:
        return [func(items[0])]
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(workers) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, func, i) for i in items))
