"""Takes an empty item for none.

verdict: failed
diagnosis: every item that was read must be in the log
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            if item := await source.read():
                log.append(item)
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
