"""Waits for the first that is over, again and again; the limit is what is left of the time."""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    loop = asyncio.get_running_loop()
    deadline = None if seconds is None else loop.time() + seconds
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        while pending:
            left = None if deadline is None else max(0, deadline - loop.time())
            done, pending = await asyncio.wait(pending, timeout=left, return_when=asyncio.FIRST_COMPLETED)
            if not done:
                raise TimeoutError
            winners = [task for task in done if not task.exception()]
            if winners:
                return winners[0].result()
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    finally:
        for task in pending:
            task.cancel()
        if pending:
            await asyncio.wait(pending)
