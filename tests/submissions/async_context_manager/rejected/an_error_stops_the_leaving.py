"""Stops leaving at the first error.

verdict: failed
diagnosis: b failed to close, and a stayed open
"""

from contextlib import asynccontextmanager


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
        self.entered = []

    async def __aenter__(self):
        try:
            values = []
            for manager in self.managers:
                values.append(await manager.__aenter__())
                self.entered.append(manager)
            return values
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise

    async def __aexit__(self, kind, error, traceback):
        swallowed = False
        for manager in reversed(self.entered):
            if await manager.__aexit__(kind, error, traceback):
                kind = error = traceback = None
                swallowed = True
        return swallowed
