"""After a cancellation, give commit some time.

verdict: leaked
diagnosis: went on alone
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
        raise
