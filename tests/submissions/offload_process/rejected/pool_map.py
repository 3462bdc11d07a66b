"""Lets the pool map, and blocks the loop until it is done.

verdict: failed
diagnosis: its own thread waited for them by a call that blocks
"""

from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    with ProcessPoolExecutor(workers) as pool:
        return list(pool.map(func, items))
