"""Awaiting a cancelled task just waits for it.

verdict: error
diagnosis: CancelledError came out of with_fallback, though nobody had cancelled its caller
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if not done:
        task.cancel()
        await task
        return await fallback()
    return task.result()
