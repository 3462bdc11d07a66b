"""gather with return_exceptions gives whatever commit gives.

verdict: failed
diagnosis: commit raised, but commit_safely returned
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
    return (await asyncio.gather(task, return_exceptions=True))[0]
