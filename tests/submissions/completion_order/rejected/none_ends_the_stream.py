"""Takes the value None for the end.

verdict: failed
diagnosis: never came
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
        for _ in tasks:
            number, outcome = await queue.get()
            if outcome is None:
                return
            yield number, outcome
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
