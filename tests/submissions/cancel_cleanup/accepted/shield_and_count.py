"""Awaits a shield of the task, and counts the caller's cancellations."""

import asyncio


async def stop(task):
    me = asyncio.current_task()
    before = me.cancelling()
    task.cancel()
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        if me.cancelling() > before:
            raise
        return None


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
