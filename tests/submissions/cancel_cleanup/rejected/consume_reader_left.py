"""asyncio.wait cancels what it waits for.

verdict: failed
diagnosis: a read went on without it
"""

import asyncio


async def consume(source, log):
    while True:
        reader = asyncio.create_task(source.read())
        try:
            await asyncio.wait({reader})
        except asyncio.CancelledError:
            await source.close()
            raise
        log.append(reader.result())


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
