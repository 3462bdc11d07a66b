"""Takes a cancellation of a job for an error of the job.

verdict: error
diagnosis: answered with another yield
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except BaseException as error:
        return number, error


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    left = list(asyncio.as_completed(tasks))
    try:
        while left:
            yield await left.pop(0)
    finally:
        for task in tasks:
            task.cancel()
        while left:
            yield await left.pop(0)
