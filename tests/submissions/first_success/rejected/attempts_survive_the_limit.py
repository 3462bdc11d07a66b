"""Cancels the losers, but not when the time is over.

verdict: leaked
diagnosis: nothing cancels a task because nobody waits for it any more
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    deadline = None if seconds is None else asyncio.get_running_loop().time() + seconds
    while pending:
        left = None if deadline is None else max(0, deadline - asyncio.get_running_loop().time())
        done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
        if not done:
            raise TimeoutError
        for task in done:
            if task.exception() is None:
                for loser in pending:
                    loser.cancel()
                if pending:
                    await asyncio.wait(pending)
                return task.result()
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
