"""A task that does not end must be cancelled again.

verdict: failed
diagnosis: a second cancel() tears its tidying up
"""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    while not task.done():
        task.cancel()
        await asyncio.sleep(0.1)
    return None if task.cancelled() else task.result()
