"""Believes that threads compute at the same time.

verdict: failed
diagnosis: threads of one process share one GIL: computing in them takes turns
"""

import asyncio


async def parallel_map(func, items, workers):
    return await asyncio.gather(*(asyncio.to_thread(func, item) for item in items))
