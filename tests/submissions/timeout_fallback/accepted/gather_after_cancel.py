"""Cancels the task and gathers it with return_exceptions."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        done, pending = await asyncio.wait([task], timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        raise
    if done:
        return await task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return await fallback()
