"""Keeps one error of each type.

verdict: failed
diagnosis: the error of each must come out
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("none")
    todo = list(attempts)
    errors = {}
    tasks, left = [], set()
    try:
        while todo or left:
            if todo:
                t = asyncio.create_task(todo.pop(0)())
                tasks.append(t)
                left.add(t)
            done, left = await asyncio.wait(left, timeout=delay if todo else None, return_when="FIRST_COMPLETED")
            for t in done:
                if not t.exception():
                    return t.result()
                errors[type(t.exception())] = t.exception()
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all", list(errors.values()))
