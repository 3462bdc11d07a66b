"""uncancel() makes up for a CancelledError that was caught.

verdict: failed
diagnosis: taken for the cancellation of the task
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        asyncio.current_task().uncancel()
        return None
