"""Tells the managers of the error alone.

verdict: failed
diagnosis: __aexit__ was told of the error, but not of its class
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

    async def __aenter__(self):
        self.open = []
        values = []
        try:
            for m in self.managers:
                values.append(await m.__aenter__())
                self.open.append(m)
        except BaseException as e:
            await self.__aexit__(type(e), e, e.__traceback__)
            raise
        return values

    async def __aexit__(self, t, e, tb):
        first = e
        while self.open:
            m = self.open.pop()
            try:
                if await m.__aexit__(None, e, None):
                    e = None
            except BaseException as new:
                e = new
        if e is None:
            return first is not None
        if e is not first:
            raise e
        return False
