"""Lets two jobs run at the same time.

verdict: failed
diagnosis: began only
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    two = asyncio.Semaphore(2)

    async def limited(number, job):
        async with two:
            return await numbered(number, job)

    tasks = [asyncio.create_task(limited(number, job)) for number, job in enumerate(jobs)]
    try:
        for first in asyncio.as_completed(tasks):
            yield await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
