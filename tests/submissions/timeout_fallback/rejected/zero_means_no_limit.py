"""Believes that 0 seconds mean that there is no limit.

verdict: failed
diagnosis: seconds was 0, and primary went on to its end: 0 is a limit like any other
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        await asyncio.wait([task], timeout=seconds or None)
        if task.done():
            return task.result()
    finally:
        task.cancel()
        await asyncio.wait([task])
    return await fallback()
