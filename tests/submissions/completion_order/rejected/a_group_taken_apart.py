"""Catches errors with except*, and takes each group for one of its own.

verdict: failed
diagnosis: it must be that very exception
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()

    async def work(number, job):
        try:
            outcome = await job()
        except* Exception as group:
            outcome = group.exceptions[0]
        queue.put_nowait((number, outcome))

    tasks = [asyncio.create_task(work(number, job)) for number, job in enumerate(jobs)]
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
