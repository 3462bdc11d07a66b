"""Equal items share a call.

verdict: failed
diagnosis: func was called once for an item that stands there three times
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max_workers=workers) as pool:
        calls = {item: loop.run_in_executor(pool, func, item) for item in set(items)}
        return [await calls[item] for item in items]
