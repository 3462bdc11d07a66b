"""Loops over as_completed by async for where that gives back the tasks, and does without where it does not."""

import asyncio
import sys


async def in_order_of_completion(tasks):
    if sys.version_info >= (3, 13):
        async for task in asyncio.as_completed(tasks):
            yield task
    else:
        queue = asyncio.Queue()
        for task in tasks:
            task.add_done_callback(queue.put_nowait)
        for _ in tasks:
            yield await queue.get()


async def stream_results(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        async for task in in_order_of_completion(tasks):
            yield tasks.index(task), task.exception() or task.result()
    finally:
        for task in tasks:
            task.cancel()
        for task in await asyncio.gather(*tasks, return_exceptions=True):
            pass
