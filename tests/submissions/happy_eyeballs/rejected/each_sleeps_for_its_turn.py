"""Each attempt sleeps for its place times the delay.

verdict: failed
diagnosis: after a failure there is nothing to wait for
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")

    async def later(place, attempt):
        await asyncio.sleep(place * delay)
        return await attempt()

    tasks = [asyncio.create_task(later(place, attempt)) for place, attempt in enumerate(attempts)]
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
