"""Done callbacks fill one future; a timer may fill it, too."""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    tasks = [loop.create_task(attempt()) for attempt in attempts]
    failed = 0

    def done(task):
        nonlocal failed
        if task.cancelled():
            return
        if task.exception() is None:
            if not over.done():
                over.set_result(task)
        else:
            failed += 1
            if failed == len(tasks) and not over.done():
                over.set_result(None)

    def late():
        if not over.done():
            over.set_exception(TimeoutError())

    for task in tasks:
        task.add_done_callback(done)
    timer = None if seconds is None else loop.call_later(seconds, late)
    try:
        winner = await over
    finally:
        if timer:
            timer.cancel()
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    if winner is None:
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    return winner.result()
