"""Tells whose CancelledError it was by looking whether the task is over; both may be.

verdict: failed
diagnosis: the caller of stop was cancelled while it waited, by the task, which then ended
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
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if task.cancelled():
            return None
        raise
