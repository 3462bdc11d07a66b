"""A failed commit is as good as a cancelled one, once the caller was cancelled.

verdict: failed
diagnosis: commit raised, but commit_safely returned
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as request:
            late = request
        except Exception:
            return None
    if late:
        raise late
    return task.result()
