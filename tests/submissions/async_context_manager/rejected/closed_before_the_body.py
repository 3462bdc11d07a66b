"""Leaves its stack before the body has begun.

verdict: failed
diagnosis: the managers were left before the body had run
"""

from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
        try:
            yield tx
        except BaseException:
            await tx.rollback()
            raise
        else:
            await tx.commit()
    finally:
        await db.release(tx)


class open_all:
    def __init__(self, *managers):
        self.managers = managers

    async def __aenter__(self):
        async with AsyncExitStack() as stack:
            return [await stack.enter_async_context(manager) for manager in self.managers]

    async def __aexit__(self, *details):
        pass
