"""suppress(CancelledError) around a cancelled task only catches that task's.

verdict: failed
diagnosis: the caller was cancelled while primary was cleaning up, and fallback was called all the same
"""

import asyncio
from contextlib import suppress


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait({task})
        raise
    if done:
        return task.result()
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    return await fallback()
