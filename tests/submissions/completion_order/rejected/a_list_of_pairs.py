"""Returns a list when all is over.

verdict: error
diagnosis: only a yield in its body makes an async def an asynchronous generator
"""

import asyncio


async def numbered(number, job):
    try:
        return number, await job()
    except Exception as error:
        return number, error


async def stream_results(jobs):
    return [await first for first in asyncio.as_completed([numbered(n, job) for n, job in enumerate(jobs)])]
