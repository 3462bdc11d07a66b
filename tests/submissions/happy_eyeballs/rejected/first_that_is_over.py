"""Takes the first that is over for the winner.

verdict: failed
diagnosis: an attempt that fails is out, and the others go on
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
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            done, pending = await asyncio.wait(
                pending, timeout=delay if line else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
