"""Believes that a lambda keeps the number that a variable had.

verdict: failed
diagnosis: several outcomes came with the number
"""

import asyncio


async def stream_results(jobs):
    queue = asyncio.Queue()
    tasks = []
    for number, job in enumerate(jobs):
        task = asyncio.create_task(job())
        task.add_done_callback(lambda task: queue.put_nowait((number, task)))
        tasks.append(task)
    try:
        for _ in tasks:
            place, task = await queue.get()
            yield place, task.exception() or task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
