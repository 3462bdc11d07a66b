"""Lets no more than eight attempts be under way.

verdict: failed
diagnosis: no more than 8 were under way at a time
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    room = asyncio.Semaphore(8)

    async def one(attempt):
        async with room:
            return await attempt()

    tasks = [asyncio.create_task(one(attempt)) for attempt in attempts]
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            while pending:
                done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
                for task in done:
                    if task.exception() is None:
                        return task.result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    raise ExceptionGroup("all failed", [task.exception() for task in tasks])
