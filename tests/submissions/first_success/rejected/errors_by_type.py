"""Keeps one error of each type.

verdict: failed
diagnosis: the error of each must come out
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("none")
    tasks = [asyncio.create_task(a()) for a in attempts]
    left = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            while left:
                done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
                for t in done:
                    if t.exception() is None:
                        return t.result()
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all", list({type(t.exception()): t.exception() for t in tasks}.values()))
