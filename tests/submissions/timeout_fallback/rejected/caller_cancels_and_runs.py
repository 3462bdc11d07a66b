"""When the caller is cancelled, cancel() for primary is enough.

verdict: leaked
diagnosis: was cancelled while primary was still cleaning up: cancel() only asks a task to stop
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        done, _ = await asyncio.wait({task}, timeout=seconds)
    except asyncio.CancelledError:
        task.cancel()
        raise
    if done:
        return task.result()
    task.cancel()
    await asyncio.wait({task})
    return await fallback()
