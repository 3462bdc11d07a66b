"""Forgets that there may be no jobs.

verdict: error
diagnosis: without jobs the iteration ends at once
"""

import asyncio


async def stream_results(jobs):
    pending = {asyncio.create_task(job()): number for number, job in enumerate(jobs)}
    tasks = dict(pending)
    try:
        while True:
            done, left = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                yield pending.pop(task), task.exception() or task.result()
            if not left:
                return
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
