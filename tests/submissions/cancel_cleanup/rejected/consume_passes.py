"""A cancellation is an exception to catch.

verdict: failed
diagnosis: a CancelledError that is caught and not raised again is lost
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError:
        pass


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
