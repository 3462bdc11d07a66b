"""Enters all before its try begins: when the third fails, two stay open.

verdict: failed
diagnosis: c failed to open, and those before it stayed open
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
    values = [await manager.__aenter__() for manager in managers]
    async with AsyncExitStack() as stack:
        for manager in managers:
            stack.push_async_exit(manager)
        yield values
