"""Believes that gather() does so many at once as make sense.

verdict: leaked
diagnosis: 5 running at once: with 3 workers, 3 calls must be under way
"""

import asyncio


async def map_pool(func, items, workers):
    return await asyncio.gather(*(func(item) for item in items))
