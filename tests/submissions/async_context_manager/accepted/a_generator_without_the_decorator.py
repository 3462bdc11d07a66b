"""A generator that is told by asend how the body ended."""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.steps = self.run(db)

    @staticmethod
    async def run(db):
        tx = await db.acquire()
        try:
            await tx.begin()
            well = yield tx
            if well:
                await tx.commit()
            else:
                await tx.rollback()
        finally:
            await db.release(tx)

    async def __aenter__(self):
        return await self.steps.asend(None)

    async def __aexit__(self, kind, error, traceback):
        try:
            await self.steps.asend(kind is None)
        except StopAsyncIteration:
            pass
        return False


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
