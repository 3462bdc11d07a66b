"""cancel() stops a task.

verdict: failed
diagnosis: cancel() only asks
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
    return task.result() if task.done() and not task.cancelled() else None
