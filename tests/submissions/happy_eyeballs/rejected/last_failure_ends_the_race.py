"""Believes that everything is lost when the last one has failed.

verdict: failed
diagnosis: and the race was not over
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("none")
    todo = list(attempts)
    tasks, left = [], set()
    errors = []
    try:
        while True:
            if todo:
                t = asyncio.create_task(todo.pop(0)())
                tasks.append(t)
                left.add(t)
            done, left = await asyncio.wait(left, timeout=delay if todo else None, return_when="FIRST_COMPLETED")
            for t in done:
                if not t.exception():
                    return t.result()
                errors.append(t.exception())
                if t is tasks[-1] and not todo:
                    raise ExceptionGroup("all", errors)
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
