"""An exit stack; and awaiting the task, with the caller's cancellations counted before and after."""

import asyncio
from contextlib import AsyncExitStack


async def consume(source, log):
    async with AsyncExitStack() as stack:
        stack.push_async_callback(source.close)
        while True:
            log.append(await source.read())


async def stop(task):
    me = asyncio.current_task()
    before = me.cancelling()
    task.cancel()
    try:
        return await task
    except asyncio.CancelledError:
        if me.cancelling() > before or not task.cancelled():
            raise
        return None
