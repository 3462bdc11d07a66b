"""Yields after each manager: a generator may yield as often as it likes.

verdict: error
diagnosis: the generator yielded once more when it was to clean up
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
        try:
            yield tx
        except BaseException:
            await tx.rollback()
            raise
        else:
            await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        values = []
        for m in managers:
            values.append(await stack.enter_async_context(m))
            yield values
