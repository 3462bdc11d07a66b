"""Puts the awaitable into the pair.

verdict: leaked
diagnosis: that nobody has awaited
"""

import asyncio


async def stream_results(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        for number, first in enumerate(asyncio.as_completed(tasks)):
            yield number, first
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
