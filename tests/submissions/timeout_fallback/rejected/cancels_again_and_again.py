"""A task that does not stop at once must be cancelled again.

verdict: failed
diagnosis: once, and then be left to clean up
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        while not task.done():
            task.cancel()
            await asyncio.sleep(0)
    if task.cancelled():
        return await fallback()
    return task.result()
