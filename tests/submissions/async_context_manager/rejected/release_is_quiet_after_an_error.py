"""Believes that the error of the body is the only one that matters.

verdict: failed
diagnosis: the body failed, then release failed, and nobody was told of release: its error must come out
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
            await (self.tx.commit() if kind is None else self.tx.rollback())
        finally:
            try:
                await self.db.release(self.tx)
            except Exception:
                if kind is None:
                    raise


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
