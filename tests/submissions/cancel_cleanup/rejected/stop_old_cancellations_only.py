"""A caller who is being cancelled already cannot be cancelled again.

verdict: failed
diagnosis: CancelledError must come out, as it does elsewhere, but stop returned
"""

import asyncio


async def stop(task):
    me = asyncio.current_task()
    fresh = not me.cancelling()
    task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        if fresh and me.cancelling():
            raise
        return None


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
