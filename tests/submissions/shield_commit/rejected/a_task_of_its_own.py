"""A task of its own cannot be reached by the caller's cancellation.

verdict: failed
diagnosis: a cancellation goes on to whatever the cancelled task awaits
"""

import asyncio


async def commit_safely(commit):
    return await asyncio.create_task(commit())
