"""Nobody tells the consumer that no more will come.

verdict: deadlock
diagnosis: every outcome had been given, and the stream went on waiting
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
        while True:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
