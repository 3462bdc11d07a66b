"""Takes the jobs off the caller's list, and believes that every sequence is a list.

verdict: error
diagnosis: AttributeError: 'tuple' object has no attribute 'pop'
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def work(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        queue.put_nowait((number, outcome))

    tasks = []
    while jobs:
        tasks.append(asyncio.create_task(work(len(tasks), jobs.pop(0))))
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
