"""After the loop one more shield, to be on the safe side.

verdict: error
diagnosis: nobody had cancelled its caller
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        while not task.done():
            try:
                await asyncio.wait({task})
            except asyncio.CancelledError:
                pass
    raise asyncio.CancelledError
