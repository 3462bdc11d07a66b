"""Believes that a task that ended cancelled was cancelled by the limit.

verdict: failed
diagnosis: primary raised CancelledError itself, in time, and fallback was called
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    if task.cancelled():
        return await fallback()
    return task.result()
