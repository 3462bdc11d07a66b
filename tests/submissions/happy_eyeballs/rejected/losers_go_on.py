"""Forgets the losers.

verdict: leaked
diagnosis: nothing cancels a task because nobody waits for it any more
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    while line or pending:
        if line:
            tasks.append(asyncio.create_task(line.pop(0)()))
            pending.add(tasks[-1])
        done, pending = await asyncio.wait(
            pending, timeout=delay if line else None, return_when=asyncio.FIRST_COMPLETED
        )
        for task in done:
            if task.exception() is None:
                return task.result()
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
