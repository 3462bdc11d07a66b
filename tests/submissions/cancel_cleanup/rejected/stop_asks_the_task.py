"""If the task is cancelled, the CancelledError was the task's.

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
        if task.cancelled():
            return None
        raise
