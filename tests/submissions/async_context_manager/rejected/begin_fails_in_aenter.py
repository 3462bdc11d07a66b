"""Believes that __aexit__ is called when __aenter__ raises.

verdict: failed
diagnosis: begin failed, and what acquire() had given was not released
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        self.tx = await self.db.acquire()
        await self.tx.begin()
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
