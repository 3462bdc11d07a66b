"""Awaiting a cancelled task waits for its end.

verdict: error
diagnosis: whoever awaits a task gets what the task ended with, its CancelledError too
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
    return await task
