"""Hands the error on in a group.

verdict: failed
diagnosis: commit raised, and ExceptionGroup came out of commit_safely in place of this very exception
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as request:
            late = request
    if late is not None:
        raise late
    if task.exception() is not None:
        raise ExceptionGroup("commit failed", [task.exception()])
    return task.result()
