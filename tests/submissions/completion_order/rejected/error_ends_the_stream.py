"""Lets the first error out.

verdict: error
diagnosis: came out of the stream and ended it
"""

import asyncio


async def numbered(number, job):
    return number, await job()


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    try:
        for first in asyncio.as_completed(tasks):
            yield await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
