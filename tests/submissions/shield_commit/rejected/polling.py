"""Look every now and then whether commit is over.

verdict: failed
diagnosis: looked again and again
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.sleep(0.01)
        except asyncio.CancelledError as request:
            late = request
    if late:
        raise late
    return task.result()
