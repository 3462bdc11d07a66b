"""An error of commit becomes an error of commit_safely.

verdict: failed
diagnosis: came out of commit_safely in place of this very exception
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as request:
            late = request
    if late:
        raise late
    if task.exception():
        raise RuntimeError("commit failed") from task.exception()
    return task.result()
