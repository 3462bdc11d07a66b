"""Has patience with the cleaning up for as long as the delay.

verdict: leaked
diagnosis: staggered_race returned at
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
                if task.exception() is None:
                    return task.result()
    finally:
        for task in pending:
            task.cancel()
        if pending:
            await asyncio.wait(pending, timeout=delay)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
