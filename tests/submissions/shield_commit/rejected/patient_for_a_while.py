"""Five seconds are enough for any commit.

verdict: leaked
diagnosis: and commit went on alone
"""

import asyncio


async def commit_safely(commit):
    task = asyncio.create_task(commit())
    late = None
    for _ in range(20):
        try:
            await asyncio.wait({task}, timeout=5)
            break
        except asyncio.CancelledError as e:
            late = e
    if late:
        raise late
    return task.result() if task.done() else None
