"""No waiting at all: a timer and done callbacks begin the next attempt, and one future tells the end."""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    loop = asyncio.get_running_loop()
    over = loop.create_future()
    tasks, errors = [], []
    timer = None

    def begin():
        nonlocal timer
        if timer is not None:
            timer.cancel()
        timer = None
        if over.done() or len(tasks) == len(attempts):
            return
        task = loop.create_task(attempts[len(tasks)]())
        tasks.append(task)
        task.add_done_callback(ended)
        timer = loop.call_later(delay, begin)

    def ended(task):
        if over.done() or task.cancelled():
            return
        if task.exception() is None:
            over.set_result(task.result())
            return
        errors.append(task.exception())
        if len(errors) == len(attempts):
            over.set_exception(ExceptionGroup("all failed", errors))
        elif task is tasks[-1]:
            begin()

    begin()
    try:
        return await over
    finally:
        if timer is not None:
            timer.cancel()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
