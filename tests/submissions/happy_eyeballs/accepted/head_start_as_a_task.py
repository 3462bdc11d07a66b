"""The head start is a task among the others: the first of them that is over tells what to do."""

import asyncio


async def stop(tasks):
    for task in tasks:
        task.cancel()
    while any(not task.done() for task in tasks):
        await asyncio.gather(*tasks, return_exceptions=True)


async def staggered_race(attempts, delay):
    if not attempts:
        raise ValueError("no attempts")
    tasks, clocks, running = [], [], set()
    line = list(reversed(attempts))
    try:
        while line or running:
            clock = None
            if line:
                task = asyncio.ensure_future(line.pop()())
                tasks.append(task)
                running.add(task)
                if line:
                    clock = asyncio.ensure_future(asyncio.sleep(delay))
                    clocks.append(clock)
            waited = running | {clock} if clock else running
            done, _ = await asyncio.wait(waited, return_when=asyncio.FIRST_COMPLETED)
            for task in done & running:
                running.discard(task)
                if task.exception() is None:
                    return task.result()
            if clock:
                clock.cancel()
        raise ExceptionGroup("all failed", [task.exception() for task in tasks])
    finally:
        await stop([*tasks, *clocks])
