"""Believes that the code behind the yield runs whatever the body does.

verdict: failed
diagnosis: after an error the transaction was neither committed nor rolled back
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    await tx.begin()
    yield tx
    try:
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
