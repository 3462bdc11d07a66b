"""Tells every manager of the body's error, whatever has happened since.

verdict: failed
diagnosis: a must be told of the error that is on its way
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
        newer = None
        swallowed = False
        for manager in reversed(self.entered):
            try:
                if await manager.__aexit__(kind, error, traceback):
                    kind = error = traceback = None
                    swallowed = True
            except BaseException as raised:
                newer = raised
        if newer is not None:
            raise newer
        return swallowed
