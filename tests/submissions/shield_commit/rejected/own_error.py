"""A late cancellation is reported by an error.

verdict: failed
diagnosis: but commit_safely raised: the cancellation was lost
"""

import asyncio


class Interrupted(Exception):
    pass


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = False
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            late = True
    if late:
        raise Interrupted
    return task.result()
