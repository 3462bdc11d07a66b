"""Forgets the timer, which later cancels a caller who has gone on.

verdict: error
diagnosis: and then its caller was cancelled
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("none")
    me = asyncio.current_task()
    over = False
    cleaning = False

    def late():
        nonlocal over
        if not cleaning:
            over = True
            me.cancel()

    if seconds is not None:
        asyncio.get_running_loop().call_later(seconds, late)
    tasks = [asyncio.create_task(a()) for a in attempts]
    left = set(tasks)
    try:
        while left:
            done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            for t in done:
                if t.exception() is None:
                    return t.result()
    except asyncio.CancelledError:
        if over:
            me.uncancel()
            raise TimeoutError from None
        raise
    finally:
        cleaning = True
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        cleaning = False
    raise ExceptionGroup("all", [t.exception() for t in tasks])
