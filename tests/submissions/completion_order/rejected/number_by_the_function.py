"""Believes that a function stands in jobs only once.

verdict: failed
diagnosis: a function does not tell which place it stands at
"""

import asyncio


async def stream_results(jobs):
    async def named(job):
        try:
            return job, await job()
        except Exception as error:
            return job, error

    tasks = [asyncio.create_task(named(job)) for job in jobs]
    try:
        for first in asyncio.as_completed(tasks):
            job, outcome = await first
            yield jobs.index(job), outcome
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
