"""__aexit__ gives True, as a sign that all went well.

verdict: failed
diagnosis: the error was swallowed
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
        try:
            if error is None:
                await self.tx.commit()
            else:
                await self.tx.rollback()
        finally:
            await self.db.release(self.tx)
        return True


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
