"""A cancelled task's result is None.

verdict: error
diagnosis: whoever awaits a task gets what the task ended with
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
    return task.result()
