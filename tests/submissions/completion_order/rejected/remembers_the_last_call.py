"""Keeps the queue in a default argument.

verdict: failed
diagnosis: several outcomes came with the number
"""

import asyncio


async def stream_results(jobs, queue=asyncio.Queue()):
    async def one(number, job):
        try:
            queue.put_nowait((number, await job()))
        except Exception as error:
            queue.put_nowait((number, error))

    tasks = [asyncio.create_task(one(number, job)) for number, job in enumerate(jobs)]
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
