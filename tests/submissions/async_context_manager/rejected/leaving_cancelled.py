"""Goes on leaving after an Exception, and not after a cancellation.

verdict: failed
diagnosis: cancelled while c was closing, and the others stayed open
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


class Opened:
    def __init__(self, managers):
        self._managers = managers
        self._entered = []

    async def __aenter__(self):
        try:
            values = []
            for manager in self._managers:
                values.append(await manager.__aenter__())
                self._entered.append(manager)
            return values
        except BaseException as error:
            if not await self.__aexit__(type(error), error, error.__traceback__):
                raise
            raise

    async def __aexit__(self, kind, error, traceback):
        first = error
        while self._entered:
            manager = self._entered.pop()
            try:
                if await manager.__aexit__(kind, error, traceback):
                    kind, error, traceback = None, None, None
            except Exception as failure:
                kind, error, traceback = type(failure), failure, failure.__traceback__
        if error is not None and error is not first:
            raise error
        return first is not None and error is None


def open_all(*managers):
    return Opened(managers)
