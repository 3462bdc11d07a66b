"""An item that is in the log already is not logged again.

verdict: failed
diagnosis: every item that was read must be in the log
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            item = await source.read()
            if item not in log:
                log.append(item)
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
