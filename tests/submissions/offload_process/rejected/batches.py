"""As many as there are workers, and when all of them are over the next ones.

verdict: failed
diagnosis: its place stayed empty until other calls were over, too
"""

import asyncio
from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    loop = asyncio.get_running_loop()
    out = []
    with ProcessPoolExecutor(workers) as pool:
        for at in range(0, len(items), workers):
            out += await asyncio.gather(
                *(loop.run_in_executor(pool, func, i) for i in items[at : at + workers])
            )
    return out
