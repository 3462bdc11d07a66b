"""Lets the jobs go on to their end when nobody wants their outcomes.

verdict: failed
diagnosis: must be cancelled
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
            yield await first
    finally:
        await asyncio.gather(*tasks)
