"""Thinks that every error is an Exception.

verdict: failed
diagnosis: the task failed, but stop returned: nobody hears of the error
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
    if task.cancelled():
        return None
    if isinstance(task.exception(), Exception):
        raise task.exception()
    return None if task.exception() else task.result()
