"""Asks each future for its result, which blocks.

verdict: failed
diagnosis: the event loop stood still meanwhile
"""

from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    with ProcessPoolExecutor(workers) as pool:
        futures = [pool.submit(func, item) for item in items]
        return [future.result() for future in futures]
