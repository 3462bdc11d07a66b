"""Forgets the losers.

verdict: leaked
diagnosis: nothing cancels a task because nobody waits for it any more
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    async with asyncio.timeout(seconds):
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
