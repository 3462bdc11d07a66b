"""One loop with an instant at which the next one is due, and an event that done callbacks set."""

import asyncio


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("none")
    loop = asyncio.get_running_loop()
    wake = asyncio.Event()
    tasks, errors, won = [], [], []
    due = loop.time()

    def over(task):
        nonlocal due
        if task.cancelled():
            return
        if task.exception():
            errors.append(task.exception())
            if task is tasks[-1]:
                due = loop.time()
        else:
            won.append(task)
        wake.set()

    try:
        while not won and len(errors) < len(attempts):
            if len(tasks) < len(attempts) and loop.time() >= due:
                due = loop.time() + delay
                t = loop.create_task(attempts[len(tasks)]())
                tasks.append(t)
                t.add_done_callback(over)
            try:
                async with asyncio.timeout_at(due if len(tasks) < len(attempts) else None):
                    await wake.wait()
                    wake.clear()
            except TimeoutError:
                pass
    finally:
        for t in tasks:
            t.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    if won:
        return won[0].result()
    raise ExceptionGroup("all", errors)
