"""An asynchronous generator with a finally, and wait_for on a shielded task without a limit."""

import asyncio


async def items(source):
    try:
        while True:
            yield await source.read()
    finally:
        await source.close()


async def consume(source, log):
    async for item in items(source):
        log.append(item)


async def outcome_of(task):
    await asyncio.wait([task])


async def stop(task):
    if not task.done():
        task.cancel()
        await asyncio.shield(asyncio.create_task(outcome_of(task)))
    if not task.cancelled():
        return task.result()
