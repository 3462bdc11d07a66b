"""A future that primary or a timer resolves, whichever comes first."""

import asyncio


async def with_fallback(primary, fallback, seconds):
    loop = asyncio.get_running_loop()
    bell = loop.create_future()
    task = loop.create_task(primary())
    task.add_done_callback(lambda t: bell.done() or bell.set_result(True))
    handle = loop.call_later(seconds, lambda: bell.done() or bell.set_result(False))
    try:
        in_time = await bell
    except asyncio.CancelledError:
        task.cancel()
        await asyncio.wait({task})
        raise
    finally:
        handle.cancel()
    if in_time:
        return task.result()
    task.cancel()
    await asyncio.wait({task})
    return await fallback()
