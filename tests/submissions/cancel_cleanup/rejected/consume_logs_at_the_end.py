"""Items are kept aside, and logged when consume ends well.

verdict: failed
diagnosis: every item that was read must be in the log
"""

import asyncio


async def consume(source, log):
    items = []
    try:
        while True:
            items.append(await source.read())
            if len(items) == 10:
                log.extend(items)
                items.clear()
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
