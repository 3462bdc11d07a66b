"""Forgets the decorator that makes a context manager of a generator.

verdict: error
diagnosis: transaction gave a bare asynchronous generator
"""

from contextlib import AsyncExitStack, asynccontextmanager


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
        yield [await stack.enter_async_context(manager) for manager in managers]
