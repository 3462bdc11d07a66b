"""A cancellation that has been survived is done with.

verdict: failed
diagnosis: the cancellation was lost; it must come late, but it must come
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            pass
    return task.result()
