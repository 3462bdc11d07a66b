"""Believes that gather gives its results as they come.

verdict: failed
diagnosis: all of them were waited for before the first was given
"""

import asyncio


async def stream_results(jobs):
    tasks = [asyncio.create_task(job()) for job in jobs]
    try:
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        for number, outcome in enumerate(outcomes):
            yield number, outcome
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
