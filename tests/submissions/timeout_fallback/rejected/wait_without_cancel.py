"""To stop waiting for a task is to stop the task.

verdict: leaked
diagnosis: to stop waiting for a job does not stop the job
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    done, pending = await asyncio.wait({task}, timeout=seconds)
    if done:
        return task.result()
    return await fallback()
