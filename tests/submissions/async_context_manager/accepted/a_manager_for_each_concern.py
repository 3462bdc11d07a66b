"""A context manager for the connection, and one for the transaction on it."""

import contextlib
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def connection(db):
    tx = await db.acquire()
    try:
        yield tx
    finally:
        await db.release(tx)


@asynccontextmanager
async def transaction(db):
    async with connection(db) as tx:
        await tx.begin()
        try:
            yield tx
        except BaseException as error:
            with contextlib.suppress(Exception):
                await tx.rollback()
            raise error
        await tx.commit()


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
