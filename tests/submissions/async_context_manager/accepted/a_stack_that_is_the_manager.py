"""A class that inherits from AsyncExitStack, and one that pushes what is to be done."""

from contextlib import AsyncExitStack


class transaction(AsyncExitStack):
    def __init__(self, db):
        super().__init__()
        self.db = db

    async def __aenter__(self):
        await super().__aenter__()
        try:
            tx = await self.db.acquire()
            self.push_async_callback(self.db.release, tx)
            await tx.begin()
        except BaseException:
            await self.aclose()
            raise
        self.push_async_exit(self.end(tx))
        return tx

    def end(self, tx):
        async def end(kind, error, traceback):
            await (tx.commit() if kind is None else tx.rollback())
            return False

        return end


class open_all(AsyncExitStack):
    def __init__(self, *managers):
        super().__init__()
        self.managers = managers

    async def __aenter__(self):
        await super().__aenter__()
        values = []
        try:
            for manager in self.managers:
                values.append(await self.enter_async_context(manager))
        except BaseException as error:
            await self.__aexit__(type(error), error, error.__traceback__)
            raise
        return values
