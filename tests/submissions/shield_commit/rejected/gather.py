"""gather keeps its children from being cancelled.

verdict: failed
diagnosis: a cancellation goes on to whatever the cancelled task awaits
"""

import asyncio


async def commit_safely(commit):
    (value,) = await asyncio.gather(commit())
    return value
