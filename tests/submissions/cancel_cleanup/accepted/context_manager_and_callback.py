"""A context manager of one's own, and a future that a done callback resolves."""

import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def closing(source):
    try:
        yield source
    finally:
        await source.close()


async def consume(source, log):
    async with closing(source):
        while True:
            log.append(await source.read())


async def stop(task):
    over = asyncio.get_running_loop().create_future()
    task.add_done_callback(lambda _: over.done() or over.set_result(None))
    task.cancel()
    await over
    if task.cancelled():
        return None
    return await task
