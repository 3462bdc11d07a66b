"""Whoever raises CancelledError again has to call uncancel() first.

verdict: failed
diagnosis: only whoever has asked for a cancellation may take it back
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError as request:
            asyncio.current_task().uncancel()
            late = request
    if late:
        raise late
    return task.result()
