"""Look every now and then whether primary is done.

verdict: failed
diagnosis: with_fallback must return as soon as primary is over
"""

import asyncio


async def with_fallback(primary, fallback, seconds):
    task = asyncio.create_task(primary())
    try:
        for _ in range(int(seconds)):
            await asyncio.sleep(1)
            if task.done():
                return task.result()
    finally:
        if not task.done():
            task.cancel()
            await asyncio.wait({task})
    return await fallback()
