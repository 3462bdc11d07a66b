"""Forgets to begin.

verdict: failed
diagnosis: a transaction must come to its begin
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        yield tx
        await tx.commit()
    except BaseException:
        await tx.rollback()
        raise
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
