"""Each step waits for one more, and the rest of the race is a call of the same function."""

import asyncio


async def race(tasks, left):
    if not left:
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    done, left = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
    for task in done:
        if not task.exception():
            return task.result()
    return await race(tasks, left)


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    try:
        return await asyncio.wait_for(race(tasks, set(tasks)), seconds)
    finally:
        for task in tasks:
            task.cancel()
        while not all(task.done() for task in tasks):
            await asyncio.wait(tasks)
