"""A stopped task has no result.

verdict: failed
diagnosis: ended with a result: stop returns it
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
    if not task.cancelled():
        task.result()
