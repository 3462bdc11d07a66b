"""Believes that wait makes tasks of coroutines, as gather does.

verdict: leaked
diagnosis: staggered_race itself raised TypeError: Passing coroutines is forbidden
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    pending = set()
    for attempt in attempts:
        pending.add(attempt())
        done, pending = await asyncio.wait(pending, timeout=delay, return_when=asyncio.FIRST_COMPLETED)
        for task in done:
            if task.exception() is None:
                return task.result()
