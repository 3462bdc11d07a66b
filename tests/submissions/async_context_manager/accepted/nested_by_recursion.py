"""A function that enters the first manager and leaves the rest to itself; a failed commit is rolled back."""

from contextlib import asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        try:
            await tx.begin()
            yield tx
            await tx.commit()
        except BaseException:
            await tx.rollback()
            raise
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    if not managers:
        yield []
        return
    first, *rest = managers
    async with first as value, open_all(*rest) as values:
        yield [value, *values]
