"""__enter__ and __exit__, which are for with.

verdict: error
diagnosis: transaction gave something without __aenter__ and __aexit__
"""

from contextlib import AsyncExitStack, asynccontextmanager


class transaction:
    def __init__(self, db):
        self.db = db

    def __enter__(self):
        self.tx = self.db.acquire()
        return self.tx

    def __exit__(self, *details):
        self.db.release(self.tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
