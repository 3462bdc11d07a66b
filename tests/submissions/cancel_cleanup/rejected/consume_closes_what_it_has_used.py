"""A source that has given nothing need not be closed.

verdict: failed
diagnosis: consume ended without closing its source
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        if log:
            await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
