"""Releases first, then commits.

verdict: failed
diagnosis: release comes last: with commit after it
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
        yield tx
    except BaseException:
        await db.release(tx)
        await tx.rollback()
        raise
    else:
        await db.release(tx)
        await tx.commit()


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
