"""cancel() is a way to wake a task that sleeps.

verdict: error
diagnosis: and commit was still at work
"""

import asyncio


async def commit_safely(commit):
    me = asyncio.current_task()
    task = asyncio.create_task(commit())
    task.add_done_callback(lambda t: me.cancel())
    try:
        await asyncio.sleep(1e9)
    except asyncio.CancelledError:
        pass
    return task.result()
