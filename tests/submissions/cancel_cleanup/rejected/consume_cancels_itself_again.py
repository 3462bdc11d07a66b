"""After the cleanup a task has to cancel itself again.

verdict: failed
diagnosis: consume must let the CancelledError go on, as it was
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError:
        await source.close()
        asyncio.current_task().cancel()
        await asyncio.sleep(0)


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
