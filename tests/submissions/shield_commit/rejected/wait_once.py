"""asyncio.wait cannot be cancelled.

verdict: leaked
diagnosis: then and there, and commit went on alone
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    await asyncio.wait({task})
    return task.result()
