"""wait_for cancels the task when the time is over, and waits.

verdict: error
diagnosis: raised TimeoutError
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    return await asyncio.wait_for(task, 0)
