"""Cancels only one of the jobs that are under way.

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
    try:
        for first in asyncio.as_completed(tasks):
            yield await first
    finally:
        running = [task for task in tasks if not task.done()]
        if running:
            running[0].cancel()
            await asyncio.wait(running[:1])
