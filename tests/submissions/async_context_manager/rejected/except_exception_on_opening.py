"""Closes what is open when an Exception comes, and not when it is cancelled.

verdict: failed
diagnosis: cancelled while c was opening
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
        except Exception as error:
            await self.stack.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(self, *details):
        return await self.stack.__aexit__(*details)
