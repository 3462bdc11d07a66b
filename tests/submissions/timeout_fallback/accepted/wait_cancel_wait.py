"""A task, asyncio.wait with a timeout, then cancel and wait again."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        _, late = await asyncio.wait({task}, timeout=seconds)
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    if late:
        return await fallback()
    return task.result()
