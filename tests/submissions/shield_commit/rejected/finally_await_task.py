"""A finally block cannot be cancelled.

verdict: failed
diagnosis: by the next cancellation: every await may be cancelled, those in an except and a finally too
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    try:
        return await asyncio.shield(task)
    finally:
        await task
