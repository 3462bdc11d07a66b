"""Done callbacks put the tasks on a queue."""

import asyncio
import functools


async def stream_results(jobs):
    queue = asyncio.Queue()
    tasks = []

    def over(number, task):
        if not task.cancelled():
            queue.put_nowait((number, task.exception() or task.result()))

    for number, job in enumerate(jobs):
        task = asyncio.ensure_future(job())
        task.add_done_callback(functools.partial(over, number))
        tasks.append(task)
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        running = [task for task in tasks if not task.done()]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
