"""suppress(CancelledError) catches the task's CancelledError, and no other.

verdict: failed
diagnosis: taken for the cancellation of the task
"""

import asyncio
from contextlib import suppress


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    finally:
        await source.close()


async def stop(task):
    task.cancel()
    with suppress(asyncio.CancelledError):
        return await task
