"""An async def that gives a context manager: calling it gives a coroutine.

verdict: error
diagnosis: transaction gave a coroutine
"""

from contextlib import AsyncExitStack, asynccontextmanager


class Transaction:
    def __init__(self, db, tx):
        self.db = db
        self.tx = tx

    async def __aenter__(self):
        await self.tx.begin()
        return self.tx

    async def __aexit__(self, kind, error, traceback):
        await (self.tx.commit() if error is None else self.tx.rollback())
        await self.db.release(self.tx)


async def transaction(db):
    return Transaction(db, await db.acquire())


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
