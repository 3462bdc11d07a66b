"""Looks at an exception only when its job is asked for.

verdict: leaked
diagnosis: nobody looked at its exception
"""

import asyncio


async def stream_results(jobs):
    tasks = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    queue = asyncio.Queue()
    for task in tasks:
        task.add_done_callback(queue.put_nowait)
    try:
        for _ in tasks:
            task = await queue.get()
            yield tasks[task], task.exception() or task.result()
    finally:
        running = [task for task in tasks if not task.done()]
        for task in running:
            task.cancel()
        if running:
            await asyncio.wait(running)
