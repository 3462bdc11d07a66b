"""Looks whether all tasks are over, and forgets what lies on the queue.

verdict: failed
diagnosis: what ends while nobody asks must be kept
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def one(number, job):
        try:
            queue.put_nowait((number, await job()))
        except Exception as error:
            queue.put_nowait((number, error))

    tasks = [asyncio.create_task(one(number, job)) for number, job in enumerate(jobs)]
    try:
        while not all(task.done() for task in tasks):
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
