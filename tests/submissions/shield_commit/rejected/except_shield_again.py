"""A second shield is enough.

verdict: leaked
diagnosis: cancellation number 2, at
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.shield(task)
        raise
