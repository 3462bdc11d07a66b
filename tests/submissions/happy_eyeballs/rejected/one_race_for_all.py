"""Keeps its tasks in the module, where another race puts its own in their place.

verdict: leaked
diagnosis: one of them changed how another one ended
"""

import asyncio

tasks = []


async def staggered_race(attempts, delay):
    global tasks
    if not attempts:
        raise ValueError("no attempts")
    tasks = []
    rest = list(attempts)
    try:
        while True:
            if rest:
                tasks.append(asyncio.create_task(rest.pop(0)()))
            pending = [task for task in tasks if not task.done()]
            if not pending:
                break
            done, _ = await asyncio.wait(
                pending, timeout=delay if rest else None, return_when=asyncio.FIRST_COMPLETED
            )
            for task in done:
                if task.exception() is None:
                    return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
