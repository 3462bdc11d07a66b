"""Whatever happens while it waits for the cancelled jobs, it waits until they are over."""

import asyncio


async def stop(tasks):
    cancelled = None
    for task in tasks:
        task.cancel()
    while any(not task.done() for task in tasks):
        try:
            await asyncio.wait(tasks)
        except asyncio.CancelledError as error:
            cancelled = error
    if cancelled is not None:
        raise cancelled


async def stream_results(jobs):
    tasks = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    left = set(tasks)
    try:
        while left:
            done, _ = await asyncio.wait(left, return_when=asyncio.FIRST_COMPLETED)
            task = min(done, key=tasks.get)
            left.remove(task)
            try:
                outcome = task.result()
            except Exception as error:
                outcome = error
            yield tasks[task], outcome
    finally:
        await stop(tasks)
        for task in left:
            task.cancelled() or task.exception()
