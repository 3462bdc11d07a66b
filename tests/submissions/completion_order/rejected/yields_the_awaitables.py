"""Gives what as_completed gives, and awaits nothing.

verdict: leaked
diagnosis: that nobody has awaited, and no pair of number and outcome
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
        for first in asyncio.as_completed(tasks):
            yield first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
