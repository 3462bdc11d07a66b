"""Releases after an Exception in begin, and not after a cancellation.

verdict: failed
diagnosis: cancelled in begin, and the Tx was not released
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        self.tx = await self.db.acquire()
        try:
            await self.tx.begin()
        except Exception:
            await self.db.release(self.tx)
            raise
        return self.tx

    async def __aexit__(self, kind, error, traceback):
        try:
            if error is None:
                await self.tx.commit()
            else:
                await self.tx.rollback()
        finally:
            await self.db.release(self.tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
