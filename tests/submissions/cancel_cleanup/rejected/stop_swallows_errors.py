"""A task that is being stopped has no errors that matter.

verdict: failed
diagnosis: nobody hears of the error
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
    await asyncio.wait({task})
    if task.cancelled() or task.exception():
        return None
    return task.result()
