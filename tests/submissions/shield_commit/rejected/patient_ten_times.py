"""Nobody is cancelled more than ten times.

verdict: leaked
diagnosis: cancellation number 10
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    for _ in range(10):
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as request:
            late = request
    if late is not None:
        raise late
    return task.result()
