"""Let the task finish, then cancel it.

verdict: deadlock
diagnosis: nobody has asked that task to end
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    await asyncio.wait({task})
    task.cancel()
    return None if task.cancelled() else task.result()
