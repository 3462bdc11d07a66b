"""gather with return_exceptions around a shield, in a loop."""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while True:
        try:
            await asyncio.gather(asyncio.shield(task), return_exceptions=True)
            break
        except asyncio.CancelledError as request:
            late = request
    if late:
        raise late
    return task.result()
