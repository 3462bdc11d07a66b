"""Gives None for a job that failed.

verdict: failed
diagnosis: it must be that very exception
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception:
        return number, None


async def stream_results(jobs):
    tasks = [asyncio.create_task(numbered(number, job)) for number, job in enumerate(jobs)]
    try:
        for first in asyncio.as_completed(tasks):
            yield await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
