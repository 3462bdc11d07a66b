"""Gives up on an attempt when its head start is over.

verdict: failed
diagnosis: the delay is a head start, and not a limit
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    tasks, errors = [], []
    try:
        for attempt in attempts:
            tasks.append(asyncio.create_task(attempt()))
            try:
                return await asyncio.wait_for(tasks[-1], delay)
            except Exception as error:
                errors.append(error)
        raise ExceptionGroup("all failed", errors)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
