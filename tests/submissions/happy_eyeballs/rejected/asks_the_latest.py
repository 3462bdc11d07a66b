"""Believes that when wait is over the task is.

verdict: failed
diagnosis: an attempt was asked for its outcome while it was under way at line
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    tasks = []
    try:
        for attempt in attempts:
            tasks.append(asyncio.create_task(attempt()))
            await asyncio.wait([tasks[-1]], timeout=delay)
            if tasks[-1].exception() is None:
                return tasks[-1].result()
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
