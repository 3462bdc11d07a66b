"""Looks only when a delay is over.

verdict: failed
diagnosis: must be cancelled at that instant
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    try:
        while True:
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
            await asyncio.sleep(delay)
            for task in tasks:
                if task.done() and task.exception() is None:
                    return task.result()
            if not line and all(task.done() for task in tasks):
                break
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
