"""wait_for with no time at all: it cancels, waits, and gives what the task ended with."""

import asyncio


async def stop(task):
    if task.cancelled():
        return None
    try:
        return await asyncio.wait_for(task, 0)
    except TimeoutError:
        if task.cancelled():
            return None
        raise


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
