"""Reads in a task group, and closes around it."""

import asyncio


async def consume(source, log):
    async def read():
        while True:
            log.append(await source.read())

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(read())
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    await asyncio.wait({task})
    return None if task.cancelled() else task.result()
