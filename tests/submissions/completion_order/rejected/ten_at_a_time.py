"""Lets no more than ten jobs be under way.

verdict: failed
diagnosis: no more than 10 were under way at a time
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()
    room = asyncio.Semaphore(10)

    async def work(number, job):
        async with room:
            try:
                outcome = await job()
            except Exception as error:
                outcome = error
        queue.put_nowait((number, outcome))

    tasks = [asyncio.create_task(work(number, job)) for number, job in enumerate(jobs)]
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
