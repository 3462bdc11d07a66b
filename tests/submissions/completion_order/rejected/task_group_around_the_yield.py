"""Believes that a TaskGroup may be left at a yield.

verdict: error
diagnosis: a TaskGroup around a yield takes it for an error of its own
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
        for first in asyncio.as_completed(tasks):
            yield await first
