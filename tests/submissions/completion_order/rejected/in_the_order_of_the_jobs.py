"""Awaits the tasks one by one.

verdict: failed
diagnosis: waited for in the order in which they stand
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
        for task in tasks:
            yield await task
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
