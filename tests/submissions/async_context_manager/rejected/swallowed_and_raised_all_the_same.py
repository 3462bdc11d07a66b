"""Keeps an error of leaving to raise it at the end, although another manager has swallowed it.

verdict: failed
diagnosis: b swallowed that error by giving a true value, and yet an error came out
"""

from contextlib import AbstractAsyncContextManager


class transaction(AbstractAsyncContextManager):
    def __init__(self, db):
        self.db = db
        self.tx = None

    async def __aenter__(self):
        tx = await self.db.acquire()
        try:
            await tx.begin()
        except BaseException as error:
            try:
                await tx.rollback()
            finally:
                await self.db.release(tx)
            raise error
        self.tx = tx
        return tx

    async def __aexit__(self, kind, error, traceback):
        try:
            await (self.tx.commit() if error is None else self.tx.rollback())
        finally:
            await self.db.release(self.tx)


class open_all(AbstractAsyncContextManager):
    def __init__(self, *managers):
        self.managers = managers
        self.entered = []

    async def __aenter__(self):
        values = []
        try:
            for manager in self.managers:
                values.append(await manager.__aenter__())
                self.entered.append(manager)
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise
        return values

    async def __aexit__(self, kind, error, traceback):
        going, failure = error, None
        while self.entered:
            manager = self.entered.pop()
            details = (None, None, None) if going is None else (type(going), going, going.__traceback__)
            try:
                if await manager.__aexit__(*details):
                    going = None
            except BaseException as newer:
                going = failure = newer
        if failure is not None:
            raise failure
        return going is None
