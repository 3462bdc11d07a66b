"""Puts the limit around everything, the cleaning up too.

verdict: failed
diagnosis: the time that the others need to clean up does not count
"""

import asyncio


async def race(attempts):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])


async def first_success(attempts, seconds=None):
    return await asyncio.wait_for(race(attempts), seconds)
