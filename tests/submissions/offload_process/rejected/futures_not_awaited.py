"""Returns the futures of the pool.

verdict: failed
diagnosis: parallel_map returns what func returned for each item
"""

from concurrent.futures import ProcessPoolExecutor


async def parallel_map(func, items, workers):
    import asyncio

    with ProcessPoolExecutor(workers) as pool:
        calls = [pool.submit(func, item) for item in items]
        while not all(call.done() for call in calls):
            await asyncio.sleep(0.01)
    return calls
