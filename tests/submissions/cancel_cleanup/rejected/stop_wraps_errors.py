"""An error of the task becomes an error of stop.

verdict: failed
diagnosis: the task failed, and RuntimeError came out of stop in place of this very exception
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
    await asyncio.wait({task})
    if task.cancelled():
        return None
    if task.exception() is not None:
        raise RuntimeError("the task failed") from task.exception()
    return task.result()
