"""Each step is a task that is waited for to its end, however often the caller is cancelled."""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


async def to_its_end(coroutine):
    task = asyncio.ensure_future(coroutine)
    cancelled = None
    while not task.done():
        try:
            await asyncio.wait([task])
        except asyncio.CancelledError as error:
            cancelled = error
    result = task.result()
    if cancelled:
        raise cancelled
    return result


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await to_its_end(tx.begin())
        try:
            yield tx
        except BaseException:
            await to_its_end(tx.rollback())
            raise
        else:
            await to_its_end(tx.commit())
    finally:
        await to_its_end(db.release(tx))


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
