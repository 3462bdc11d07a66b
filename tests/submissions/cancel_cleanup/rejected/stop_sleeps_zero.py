"""One turn of the loop is enough to end a task.

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
    await asyncio.sleep(0)
    return task.result() if task.done() and not task.cancelled() else None
