"""A task that only sleeps does no harm.

verdict: leaked
diagnosis: was still running when with_fallback
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    job = asyncio.create_task(primary())
    clock = asyncio.create_task(asyncio.sleep(seconds))
    try:
        await asyncio.wait({job, clock}, return_when=asyncio.FIRST_COMPLETED)
        in_time = job.done()
    finally:
        job.cancel()
        await asyncio.wait({job})
    if in_time:
        return job.result()
    return await fallback()
