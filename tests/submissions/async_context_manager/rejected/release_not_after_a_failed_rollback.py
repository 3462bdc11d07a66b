"""Thinks of a commit that fails, and not of a rollback that does.

verdict: failed
diagnosis: rollback failed, and the Tx was not released
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        self.tx = await self.db.acquire()
        try:
            await self.tx.begin()
        except BaseException:
            await self.db.release(self.tx)
            raise
        return self.tx

    async def __aexit__(self, kind, error, traceback):
        if error is not None:
            await self.tx.rollback()
            await self.db.release(self.tx)
            return
        try:
            await self.tx.commit()
        finally:
            await self.db.release(self.tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
