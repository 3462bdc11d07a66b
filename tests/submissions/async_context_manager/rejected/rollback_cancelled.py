"""Releases after a rollback that fails, and not after one that is cancelled.

verdict: failed
diagnosis: cancelled in rollback, and the Tx was not released, once
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
    except BaseException:
        await db.release(tx)
        raise
    try:
        yield tx
    except BaseException:
        try:
            await tx.rollback()
        except Exception:
            print("the rollback failed")
        await db.release(tx)
        raise
    try:
        await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
