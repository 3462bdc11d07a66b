"""shield() with a reference to the task makes the await immune.

verdict: leaked
diagnosis: a shield protects what is awaited, not whoever waits
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    return await asyncio.shield(task)
