"""Once caught, the cancellation is over, and the task may be awaited.

verdict: failed
diagnosis: by the next cancellation: every await may be cancelled
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise
