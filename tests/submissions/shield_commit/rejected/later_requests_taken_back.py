"""The later requests are the same as the first one, and may be taken back.

verdict: failed
diagnosis: only whoever has asked for a cancellation may take it back
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    first = None
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as e:
            if first:
                asyncio.current_task().uncancel()
            else:
                first = e
    if first:
        raise first
    return task.result()
