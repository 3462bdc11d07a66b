"""A task group lets its tasks finish.

verdict: failed
diagnosis: a cancellation goes on to whatever the cancelled task awaits
"""

import asyncio


async def commit_safely(commit):
    async with asyncio.TaskGroup() as group:
        task = group.create_task(commit())
    return task.result()
