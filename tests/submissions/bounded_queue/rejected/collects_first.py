"""Reads everything before it writes anything.

verdict: failed
diagnosis: reading and writing did not overlap: nothing was read while the sink was at work
"""

async def pipeline(source, sink, limit):
    items = [item async for item in source]
    for item in items:
        await sink(item)
    return len(items)
