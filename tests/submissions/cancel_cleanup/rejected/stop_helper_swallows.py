"""In a task of its own an except CancelledError sees only the other task's.

verdict: failed
diagnosis: taken for the cancellation of the task
"""

import asyncio


async def stop(task):
    task.cancel()

    async def join():
        try:
            return await task
        except asyncio.CancelledError:
            return None

    return await asyncio.create_task(join())


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()
