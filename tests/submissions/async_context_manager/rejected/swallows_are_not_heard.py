"""Does not look at what __aexit__ gives.

verdict: failed
diagnosis: b swallowed the error by giving a true value, but it came out
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
        async def leave(managers, error):
            if not managers:
                return error
            details = (None, None, None) if error is None else (type(error), error, error.__traceback__)
            try:
                await managers[-1].__aexit__(*details)
            except BaseException as newer:
                error = newer
            return await leave(managers[:-1], error)

        last = await leave(self.entered, error)
        if last is not error:
            raise last
