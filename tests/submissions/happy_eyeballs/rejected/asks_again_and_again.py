"""Keeps the event loop busy.

verdict: failed
diagnosis: looked again and again
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    line = list(attempts)
    tasks = []
    pending = set()
    loop = asyncio.get_running_loop()
    due = loop.time()
    try:
        while True:
            if line and (loop.time() >= due or tasks[-1].done()):
                tasks.append(asyncio.create_task(line.pop(0)()))
                due = loop.time() + delay
            for task in tasks:
                if task.done() and task.exception() is None:
                    return task.result()
            if not line and all(task.done() for task in tasks):
                break
            await asyncio.sleep(0)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
