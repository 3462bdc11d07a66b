"""An exit stack; and awaiting the task, with the caller's cancellations counted before and after."""

import asyncio
from contextlib import AsyncExitStack, suppress


async def consume(source, log):
    async with AsyncExitStack() as stack:
        stack.push_async_callback(source.close)
        while True:
            log.append(await source.read())


async def stop(task):
    me = asyncio.current_task()
    before = me.cancelling()
    task.cancel()
    with suppress(BaseException):
        await task
    if me.cancelling() > before:
        raise asyncio.CancelledError
    return None if task.cancelled() else task.result()
