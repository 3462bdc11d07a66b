"""A caller with cancelling() above 0 has just been cancelled.

verdict: failed
diagnosis: It took that old cancellation for a new one
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
    try:
        return await task
    except asyncio.CancelledError:
        if asyncio.current_task().cancelling() > 0:
            raise
        return None
