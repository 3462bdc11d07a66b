"""Cancelling the caller cancels every task that it waits for, in asyncio.wait too.

verdict: leaked
diagnosis: primary went on without it: a task of its own must be cancelled, too
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    done, _ = await asyncio.wait({task}, timeout=seconds)
    if done:
        return task.result()
    task.cancel()
    await asyncio.wait({task})
    return await fallback()
