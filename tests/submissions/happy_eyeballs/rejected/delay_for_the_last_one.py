"""Gives up when the last one has had its head start.

verdict: failed
diagnosis: succeeded at
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    try:
        while line:
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            done, pending = await asyncio.wait(
                pending, timeout=delay, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
        raise ExceptionGroup("all failed", [task.exception() or OSError() for task in tasks if task.done()] or [OSError()])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
