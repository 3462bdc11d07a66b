"""The source is closed after every item.

verdict: failed
diagnosis: the source must be closed once
"""

import asyncio


async def consume(source, log):
    while True:
        try:
            log.append(await source.read())
        finally:
            await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
