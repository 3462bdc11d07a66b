"""Keeps the Tx in the class, so all transactions share it.

verdict: failed
diagnosis: two transactions at the same time got into one another
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    tx = None

    def __init__(self, db):
        self.db = db

    async def __aenter__(self):
        transaction.tx = await self.db.acquire()
        try:
            await transaction.tx.begin()
        except BaseException:
            await self.db.release(transaction.tx)
            raise
        return transaction.tx

    async def __aexit__(self, kind, error, traceback):
        try:
            if error is None:
                await transaction.tx.commit()
            else:
                await transaction.tx.rollback()
        finally:
            await self.db.release(transaction.tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
