"""Five seconds are enough for any cleanup.

verdict: leaked
diagnosis: while primary was still cleaning up
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task}, timeout=5)
    if task.cancelled() or not task.done():
        return await fallback()
    return task.result()
