"""Counts the delay from the beginning of the race, also after a failure.

verdict: failed
diagnosis: too early
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    loop = asyncio.get_running_loop()
    line = list(attempts)
    tasks = []
    pending = set()
    due = loop.time()
    try:
        while line or pending:
            if line:
                tasks.append(asyncio.create_task(line.pop(0)()))
                pending.add(tasks[-1])
            if loop.time() >= due:
                due += delay
            left = max(0, due - loop.time()) if line else None
            done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
