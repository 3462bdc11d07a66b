"""One finally, and a flag that is only set when the body has ended well."""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    well = False
    try:
        await tx.begin()
        yield tx
        well = True
    finally:
        try:
            if well:
                await tx.commit()
            else:
                await tx.rollback()
        finally:
            await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
