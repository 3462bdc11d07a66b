"""Has patience for two seconds.

verdict: error
diagnosis: TimeoutError
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
        for first in asyncio.as_completed(tasks, timeout=2.2):
            yield await first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
