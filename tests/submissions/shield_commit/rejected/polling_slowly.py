"""Twice a second is often enough.

verdict: failed
diagnosis: and then commit_safely must come back
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError as e:
            late = e
    if late:
        raise late
    return task.result()
