"""Believes that a value that is an exception was raised.

verdict: failed
diagnosis: only what is raised is a failure
"""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("none")

    async def go(a):
        try:
            return await a()
        except Exception as e:
            return e

    todo = list(attempts)
    tasks, left = [], set()
    try:
        while todo or left:
            if todo:
                t = asyncio.create_task(go(todo.pop(0)))
                tasks.append(t)
                left.add(t)
            done, left = await asyncio.wait(left, timeout=delay if todo else None, return_when="FIRST_COMPLETED")
            for t in done:
                if not isinstance(t.result(), Exception):
                    return t.result()
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all", [t.result() for t in tasks])
