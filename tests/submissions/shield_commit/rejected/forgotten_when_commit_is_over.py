"""A cancellation that it hears of when commit is over came too late, it thinks.

verdict: failed
diagnosis: the caller was cancelled while commit was at work, by the last thing that commit did
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as request:
            if not task.done():
                late = request
    if late is not None:
        raise late
    return task.result()
