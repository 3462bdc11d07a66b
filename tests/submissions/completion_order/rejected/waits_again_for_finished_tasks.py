"""Believes that wait tells only what has ended since it was called.

verdict: failed
diagnosis: came more than once
"""

import asyncio


async def stream_results(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        for _ in tasks:
            done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield tasks.index(task), task.exception() or task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
