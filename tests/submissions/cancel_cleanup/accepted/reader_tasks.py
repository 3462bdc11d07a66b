"""A task for every read, which is cancelled and waited for."""

import asyncio


async def consume(source, log):
    while True:
        reader = asyncio.create_task(source.read())
        try:
            await asyncio.wait({reader})
        except asyncio.CancelledError:
            reader.cancel()
            await asyncio.wait({reader})
            await source.close()
            raise
        log.append(reader.result())


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
