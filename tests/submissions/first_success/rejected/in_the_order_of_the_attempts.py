"""Asks the attempts in their order whether they have succeeded.

verdict: failed
diagnosis: was the first that succeeded, and the value of
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            for task in tasks:
                try:
                    return await task
                except Exception:
                    pass
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
