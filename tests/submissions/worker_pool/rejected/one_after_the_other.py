"""Awaits the calls in turn.

verdict: failed
diagnosis: one item after the other: no second call was ever under way
"""

async def map_pool(func, items, workers):
    return [await func(item) for item in items]
