"""A new CancelledError, and an asyncio.Event set by a done callback."""

import asyncio


async def consume(source, log):
    try:
        while True:
            log.append(await source.read())
    except asyncio.CancelledError as request:
        closing = asyncio.create_task(source.close())
        await closing
        raise asyncio.CancelledError(*request.args) from None


async def stop(task):
    over = asyncio.Event()
    task.add_done_callback(lambda _: over.set())
    if task.cancel():
        await over.wait()
    try:
        return task.result()
    except asyncio.CancelledError:
        return None
