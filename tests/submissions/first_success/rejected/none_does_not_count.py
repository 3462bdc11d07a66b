"""Believes that None means that there is no winner yet.

verdict: failed
diagnosis: is a success like any other, and it did not win
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    value = None
    try:
        async with asyncio.timeout(seconds):
            while pending and value is None:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        value = task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if value is None:
        raise ExceptionGroup("all failed", [task.exception() or ValueError() for task in tasks if not task.cancelled()])
    return value
