"""Believes that enumerate over as_completed gives the numbers of the jobs.

verdict: failed
diagnosis: numbered as they arrived
"""

import asyncio


async def safe(job):
    try:
        return await job()
    except Exception as error:
        return error


async def stream_results(jobs):
    tasks = [asyncio.create_task(safe(job)) for job in jobs]
    try:
        for number, first in enumerate(asyncio.as_completed(tasks)):
            yield number, await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
