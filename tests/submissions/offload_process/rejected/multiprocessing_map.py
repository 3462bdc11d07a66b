"""multiprocessing's own map, which blocks.

verdict: failed
diagnosis: the event loop stood still meanwhile
"""

import multiprocessing


async def parallel_map(func, items, workers):
    with multiprocessing.Pool(workers) as pool:
        return pool.map(func, items)
