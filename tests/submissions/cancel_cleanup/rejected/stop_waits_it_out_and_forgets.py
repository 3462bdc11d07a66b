"""Waiting until the task is over is all that a cancelled caller can do.

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
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            pass
    return None if task.cancelled() else task.result()
