"""Collects what goes wrong on leaving, and raises it at the end.

verdict: failed
diagnosis: which is the one of b
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

    async def __aexit__(self, *e):
        errors = []
        for m in reversed(self.open):
            try:
                if await m.__aexit__(*e):
                    e = None, None, None
            except BaseException as error:
                errors.append(error)
        if errors:
            raise BaseExceptionGroup("leaving", errors)
        return e[0] is None
