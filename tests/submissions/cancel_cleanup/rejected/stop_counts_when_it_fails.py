"""Counts the caller's cancellations only if awaiting the task raises; a task may catch the one it is handed.

verdict: failed
diagnosis: the caller of stop was cancelled while it waited, and this was taken for the cancellation of the task
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    me = asyncio.current_task()
    before = me.cancelling()
    task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        if me.cancelling() > before or not task.cancelled():
            raise
        return None
