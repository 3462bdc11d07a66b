"""Five seconds are enough for any task.

verdict: failed
diagnosis: cancel() only asks, and a task may need time to end
"""

import asyncio


async def stop(task):
    task.cancel()
    await asyncio.wait({task}, timeout=5)
    return task.result() if task.done() and not task.cancelled() else None


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
