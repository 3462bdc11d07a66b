"""The late cancellation is a cancel() of one's own.

verdict: failed
diagnosis: let the CancelledError go on late, but as it was, and add none of your own
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    cancelled = False
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        asyncio.current_task().cancel()
        await asyncio.sleep(0)
    return task.result()
