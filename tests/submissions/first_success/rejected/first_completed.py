"""Takes the first that is over for the first that succeeds.

verdict: failed
diagnosis: the first that is over need not be the first that succeeds
"""

import asyncio


async def first_success(attempts, seconds=None):
    if not attempts:
        raise ValueError("no attempts")
    tasks = [asyncio.create_task(attempt()) for attempt in attempts]
    pending = set(tasks)
    try:
        async with asyncio.timeout(seconds):
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            return done.pop().result()
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
