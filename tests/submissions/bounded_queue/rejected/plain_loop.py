"""Believes that `async for` reads the next item while its body runs.

verdict: failed
diagnosis: reading and writing did not overlap: nothing was read while the sink was at work
"""

import contextlib


async def pipeline(source, sink, limit):
    count = 0
    closing = contextlib.aclosing(source) if hasattr(source, "aclose") else contextlib.nullcontext()
    async with closing:
        async for item in source:
            await sink(item)
            count += 1
    return count
