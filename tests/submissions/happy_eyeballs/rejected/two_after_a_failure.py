"""Begins one attempt for the failure and another one for the next turn.

verdict: failed
diagnosis: too early
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("none")
    todo = list(attempts)
    tasks, left = [], set()

    def begin():
        if todo:
            t = asyncio.create_task(todo.pop(0)())
            tasks.append(t)
            left.add(t)

    try:
        while todo or left:
            begin()
            done, left = await asyncio.wait(left, timeout=delay if todo else None, return_when="FIRST_COMPLETED")
            for t in done:
                if not t.exception():
                    return t.result()
                begin()
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all", [t.exception() for t in tasks])
