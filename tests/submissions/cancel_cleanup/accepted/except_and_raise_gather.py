"""except CancelledError with a bare raise, and gather with return_exceptions."""

import asyncio


async def consume(source, log):
    while True:
        try:
            item = await source.read()
        except asyncio.CancelledError:
            await source.close()
            raise
        log.append(item)


async def stop(task):
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    return None if task.cancelled() else task.result()
