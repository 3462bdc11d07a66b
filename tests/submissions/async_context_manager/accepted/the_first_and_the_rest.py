"""A class that holds the first manager, and the rest in another of its kind."""

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
        self.first = managers[0] if managers else None
        self.rest = open_all(*managers[1:]) if managers else None

    async def __aenter__(self):
        if self.rest is None:
            return []
        value = await self.first.__aenter__()
        try:
            return [value, *await self.rest.__aenter__()]
        except BaseException as error:
            if await self.first.__aexit__(type(error), error, error.__traceback__):
                raise RuntimeError("cannot skip the body") from error
            raise

    async def __aexit__(self, kind, error, traceback):
        if self.rest is None:
            return False
        try:
            swallowed = await self.rest.__aexit__(kind, error, traceback)
        except BaseException as new:
            if await self.first.__aexit__(type(new), new, new.__traceback__):
                return True
            raise
        if swallowed:
            await self.first.__aexit__(None, None, None)
            return True
        return await self.first.__aexit__(kind, error, traceback)
