"""A cancelled consumer reports it by an error of its own.

verdict: failed
diagnosis: was cancelled, but it raised
"""

import asyncio


class Stopped(Exception):
    pass


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError:
        await source.close()
        raise Stopped from None


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
