"""asyncio.wait with FIRST_COMPLETED and the task's own exception()."""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    task.cancel("stop")
    done, _ = await asyncio.wait([task], return_when=asyncio.FIRST_COMPLETED)
    task = done.pop()
    if task.cancelled():
        return None
    if task.exception() is not None:
        raise task.exception()
    return task.result()
