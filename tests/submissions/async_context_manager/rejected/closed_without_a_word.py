"""Closes what is open by aclose(), which knows of no error.

verdict: failed
diagnosis: in nested async with, a learns that b failed to open
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
        self.stack = AsyncExitStack()

    async def __aenter__(self):
        try:
            return [await self.stack.enter_async_context(manager) for manager in self.managers]
        except BaseException:
            await self.stack.aclose()
            raise

    async def __aexit__(self, *details):
        return await self.stack.__aexit__(*details)
