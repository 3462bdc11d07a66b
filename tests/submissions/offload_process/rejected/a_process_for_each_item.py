"""As many processes as there are items.

verdict: failed
diagnosis: 7 calls were under way at the same time, with 3 workers
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(max(1, len(items))) as pool:
        return await asyncio.gather(*(loop.run_in_executor(pool, func, item) for item in items))
