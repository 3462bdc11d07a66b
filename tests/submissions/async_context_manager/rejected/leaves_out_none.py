"""Takes None for no value.

verdict: failed
diagnosis: a gave None, which is a value too
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
            v = await stack.enter_async_context(m)
            if v is not None:
                values.append(v)
        yield values
