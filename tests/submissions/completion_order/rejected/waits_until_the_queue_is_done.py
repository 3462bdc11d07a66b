"""Waits for join() in the end, and has never said task_done().

verdict: deadlock
diagnosis: the stream went on waiting for something that never came: so the iteration did not end
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

    tasks = [asyncio.create_task(work(number, job)) for number, job in enumerate(jobs)]
    try:
        for _ in tasks:
            yield await queue.get()
    finally:
        for task in tasks:
            task.cancel()
        await queue.join()
