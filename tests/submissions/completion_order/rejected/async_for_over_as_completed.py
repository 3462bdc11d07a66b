"""Believes that async for over as_completed gives what the jobs returned.

verdict: error
diagnosis: what as_completed gives is no outcome yet, but something to await
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    try:
        async for number, outcome in asyncio.as_completed(tasks):
            yield number, outcome
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
