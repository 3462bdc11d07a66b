"""A default argument is made anew for each call.

verdict: failed
diagnosis: must not be kept for the next
"""

import asyncio


async def commit_safely(commit, requests=[]):
    task = asyncio.create_task(commit())
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError as e:
            requests.append(e)
    if requests:
        raise requests[0]
    return task.result()
