"""A return in finally only ends the function.

verdict: failed
diagnosis: a CancelledError that is caught and not raised again is lost
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
        return


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
