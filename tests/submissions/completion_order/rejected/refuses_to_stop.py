"""Wraps the jobs in something that catches every CancelledError and tries the job again.

verdict: failed
diagnosis: must be cancelled
"""

import asyncio


async def numbered(number, job):
    while True:
        try:
            return number, await job()
        except Exception as error:
            return number, error
        except asyncio.CancelledError:
            pass


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    try:
        for first in asyncio.as_completed(tasks):
            yield await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
