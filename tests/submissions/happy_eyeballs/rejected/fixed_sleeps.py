"""Begins all of them at fixed intervals, and looks then.

verdict: failed
diagnosis: although the race was decided
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    try:
        for attempt in attempts:
            tasks.append(asyncio.create_task(attempt()))
            pending.add(tasks[-1])
            await asyncio.sleep(delay)
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
