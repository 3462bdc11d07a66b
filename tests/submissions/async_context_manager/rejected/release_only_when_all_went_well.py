"""Releases behind commit and rollback, and not when they raise.

verdict: failed
diagnosis: commit failed, and the Tx was not released
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
        await tx.rollback()
        await db.release(tx)
        raise
    else:
        await tx.commit()
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
