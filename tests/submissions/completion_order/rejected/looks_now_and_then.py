"""Looks every now and then what is over.

verdict: failed
diagnosis: it must come as soon as it is there
"""

import asyncio


async def stream_results(jobs):
    tasks = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    left = dict(tasks)
    try:
        while left:
            for task in [task for task in left if task.done()]:
                yield left.pop(task), task.exception() or task.result()
            await asyncio.sleep(0.7)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
