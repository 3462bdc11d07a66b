"""Nobody is cancelled more than three times.

verdict: leaked
diagnosis: then and there, and commit went on alone
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    request = None
    for _ in range(3):
        try:
            await asyncio.shield(task)
            break
        except asyncio.CancelledError as error:
            request = error
    if request:
        if not task.done():
            await asyncio.shield(task)
        raise request
    return task.result()
