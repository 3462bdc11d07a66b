"""Awaits a shield of the task, and looks whether the task is over."""

import asyncio


async def stop(task):
    task.cancel()
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if task.cancelled():
            return None
        raise


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
