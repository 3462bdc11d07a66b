"""uncancel() belongs to every except CancelledError.

verdict: failed
diagnosis: the cancellation was lost
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            asyncio.current_task().uncancel()
    return task.result()
