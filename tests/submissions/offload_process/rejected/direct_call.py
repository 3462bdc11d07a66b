"""Calls func itself.

verdict: failed
diagnosis: func ran in the process of the event loop, on the event loop's own thread
"""


async def parallel_map(func, items, workers):
    return [func(item) for item in items]
