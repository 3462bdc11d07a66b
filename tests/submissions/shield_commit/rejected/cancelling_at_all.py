"""A caller with cancelling() above 0 was cancelled just now.

verdict: failed
diagnosis: only a cancellation that comes while commit is at work is to be put off
"""

import asyncio
import contextlib


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    while not task.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait({task})
    if asyncio.current_task().cancelling():
        raise asyncio.CancelledError
    return task.result()
