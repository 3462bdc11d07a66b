"""Hands on what as_completed gives.

verdict: error
diagnosis: which cannot be closed
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


def stream_results(jobs):
    return asyncio.as_completed([asyncio.ensure_future(numbered(n, job)) for n, job in enumerate(jobs)])
