"""Races primary against a task that sleeps, and cleans both up."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    job = asyncio.create_task(primary())
    clock = asyncio.create_task(asyncio.sleep(seconds))
    try:
        await asyncio.wait({job, clock}, return_when=asyncio.FIRST_COMPLETED)
        in_time = job.done()
    finally:
        for task in (job, clock):
            task.cancel()
        await asyncio.wait({job, clock})
    if in_time:
        return job.result()
    return await fallback()
