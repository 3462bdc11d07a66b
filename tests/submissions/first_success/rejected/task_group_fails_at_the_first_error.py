"""Believes that a TaskGroup goes on when one of its tasks fails.

verdict: failed
diagnosis: the first that is over need not be the first that succeeds
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    async with asyncio.timeout(seconds), asyncio.TaskGroup() as group:
        tasks = [group.create_task(attempt()) for attempt in attempts]
        done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in pending:
            task.cancel()
        return done.pop().result()
