"""Catch the exception, tidy up, go on.

verdict: deadlock
diagnosis: a CancelledError that is caught inside the loop ends nothing
"""

import asyncio


async def consume(source, log):
    while True:
        try:
            log.append(await source.read())
        except asyncio.CancelledError:
            await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
