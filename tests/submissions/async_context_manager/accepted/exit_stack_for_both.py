"""AsyncExitStack for the transaction, too: what is pushed is done in reverse."""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    async with AsyncExitStack() as stack:
        tx = await db.acquire()
        stack.push_async_callback(db.release, tx)
        await tx.begin()

        async def end(kind, error, traceback):
            if kind is None:
                await tx.commit()
            else:
                await tx.rollback()

        stack.push_async_exit(end)
        yield tx


@asynccontextmanager
async def open_all(*managers):
    stack = AsyncExitStack()
    async with stack:
        values = []
        for manager in managers:
            values.append(await stack.enter_async_context(manager))
        yield values
