"""A caller who was cancelled before may have the value after all.

verdict: failed
diagnosis: the cancellation was lost
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        await asyncio.shield(task)
    finally:
        while not task.done():
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                pass
        return task.result()
