"""Believes that a queue of ten is long enough, also when nobody reads it any more and a cancelled job fails.

verdict: deadlock
diagnosis: queue.put() on a full queue
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue(10)

    async def work(number, job):
        try:
            outcome = await job()
        except Exception as error:
            outcome = error
        await queue.put((number, outcome))

    tasks = [asyncio.create_task(work(number, job)) for number, job in enumerate(jobs)]
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
