"""Opens all when it is called, in tasks, and not when it is entered.

verdict: failed
diagnosis: to call open_all is not to enter the managers
"""

import asyncio
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
        self.stack = AsyncExitStack()
        self.opening = asyncio.create_task(self.enter(managers))

    async def enter(self, managers):
        return [await self.stack.enter_async_context(manager) for manager in managers]

    async def __aenter__(self):
        try:
            return await self.opening
        except BaseException as error:
            await self.stack.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(self, *details):
        return await self.stack.__aexit__(*details)
