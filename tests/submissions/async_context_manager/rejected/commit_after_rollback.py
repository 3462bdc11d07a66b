"""Rolls back in except, and commits in finally all the same.

verdict: failed
diagnosis: the transaction was committed after an error
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    await tx.begin()
    try:
        yield tx
    except BaseException:
        await tx.rollback()
        raise
    finally:
        await tx.commit()
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
