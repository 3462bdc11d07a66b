"""wait_for on a task of one's own, which says afterwards whether it was cancelled."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        return await asyncio.wait_for(task, seconds)
    except TimeoutError:
        if not task.cancelled():
            raise
    return await fallback()
