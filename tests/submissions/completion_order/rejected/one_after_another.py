"""Awaits each job when it is asked for its outcome.

verdict: failed
diagnosis: they run one after the other
"""

import asyncio


async def stream_results(jobs):
    for number, job in enumerate(jobs):
        try:
            yield number, await job()
        except Exception as error:
            yield number, error
