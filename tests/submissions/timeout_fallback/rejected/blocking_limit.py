"""time.sleep is the clock of the limit.

verdict: blocked
diagnosis: the event loop was blocked
"""

import asyncio
import time


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    time.sleep(seconds)
    await asyncio.sleep(0)
    if task.done():
        return task.result()
    task.cancel()
    await asyncio.wait({task})
    return await fallback()
