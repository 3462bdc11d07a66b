"""with in place of async with.

verdict: error
diagnosis: with cannot enter what has __aenter__ and __aexit__
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
    with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
