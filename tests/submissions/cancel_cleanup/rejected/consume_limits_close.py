"""A cleanup must be quick, so it gets a limit.

verdict: failed
diagnosis: close() must come to its end
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        try:
            await asyncio.wait_for(source.close(), 0.1)
        except TimeoutError:
            pass


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
