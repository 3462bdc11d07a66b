"""Leaves all managers, also those that were never entered.

verdict: failed
diagnosis: a manager was left that had never been entered
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
        try:
            return [await manager.__aenter__() for manager in self.managers]
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(self, kind, error, traceback):
        async with AsyncExitStack() as stack:
            for manager in self.managers:
                stack.push_async_exit(manager)
            if error is not None:
                raise error
