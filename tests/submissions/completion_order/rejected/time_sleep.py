"""Waits by blocking the event loop.

verdict: blocked
diagnosis: the event loop was blocked
"""

import asyncio
import time


async def stream_results(jobs):
    tasks = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    left = dict(tasks)
    try:
        while left:
            await asyncio.sleep(0)
            for task in [task for task in left if task.done()]:
                yield left.pop(task), task.exception() or task.result()
            time.sleep(0.1)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
