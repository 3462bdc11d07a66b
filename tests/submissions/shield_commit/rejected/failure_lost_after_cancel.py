"""Once the caller was cancelled, nobody wants to hear of an error: return.

verdict: failed
diagnosis: and then commit raised, but commit_safely returned
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
    if late and task.exception():
        return None
    if late:
        raise late
    return task.result()
