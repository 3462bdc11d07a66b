"""Ends the wait by cancelling itself, and believes that to catch the CancelledError takes that back.

verdict: failed
diagnosis: first_success had cancelled it and had not taken that back
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    caller = asyncio.current_task()
    late = False

    def expire():
        nonlocal late
        late = True
        caller.cancel()

    timer = None if seconds is None else asyncio.get_running_loop().call_later(seconds, expire)
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        while pending:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                if task.exception() is None:
                    return task.result()
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    except asyncio.CancelledError:
        if late:
            raise TimeoutError from None
        raise
    finally:
        if timer:
            timer.cancel()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
