"""Classes with __aenter__ and __aexit__."""

from contextlib import AsyncExitStack


class Transaction:
    def __init__(self, db):
        self._db = db

    async def __aenter__(self):
        self._tx = await self._db.acquire()
        try:
            await self._tx.begin()
        except BaseException:
            await self._db.release(self._tx)
            raise
        return self._tx

    async def __aexit__(self, kind, error, traceback):
        try:
            if kind is None:
                await self._tx.commit()
            else:
                await self._tx.rollback()
        finally:
            await self._db.release(self._tx)
        return False


def transaction(db):
    return Transaction(db)


class open_all:
    def __init__(self, *managers):
        self._managers = managers
        self._stack = AsyncExitStack()

    async def __aenter__(self):
        async with AsyncExitStack() as stack:
            values = []
            for manager in self._managers:
                values.append(await stack.enter_async_context(manager))
            self._stack = stack.pop_all()
        return values

    async def __aexit__(self, *details):
        return await self._stack.__aexit__(*details)
