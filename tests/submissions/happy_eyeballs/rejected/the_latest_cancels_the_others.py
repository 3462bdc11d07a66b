"""Believes that when a new one begins the old ones are out.

verdict: failed
diagnosis: the delay is a head start, and not a limit
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    try:
        while line or pending:
            for task in pending:
                task.cancel()
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            done, pending = await asyncio.wait(
                pending, timeout=delay if line else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if not task.cancelled() and task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks if not task.cancelled()] or [OSError()])
