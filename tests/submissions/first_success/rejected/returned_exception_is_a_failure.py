"""Believes that a value that is an exception was raised.

verdict: failed
diagnosis: only what is raised is a failure
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("none")

    async def go(a):
        try:
            return await a()
        except Exception as e:
            return e

    tasks = [asyncio.create_task(go(a)) for a in attempts]
    try:
        async with asyncio.timeout(seconds):
            for f in asyncio.as_completed(tasks):
                v = await f
                if not isinstance(v, Exception):
                    return v
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all", [t.result() for t in tasks])
