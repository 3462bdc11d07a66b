"""shield() keeps a timeout quiet.

verdict: leaked
diagnosis: to stop waiting for a job does not stop the job
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        return await asyncio.wait_for(asyncio.shield(task), seconds)
    except TimeoutError:
        if task.done():
            raise
        return await fallback()
