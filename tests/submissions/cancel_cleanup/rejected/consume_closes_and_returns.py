"""Who has cleaned up is done with the cancellation.

verdict: failed
diagnosis: the task's cancelled() says False
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
