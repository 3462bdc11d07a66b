"""Believes that the lines behind the loop always run.

verdict: leaked
diagnosis: nothing cancels a task because nobody waits for it any more
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    for first in asyncio.as_completed(tasks):
        yield await first
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
