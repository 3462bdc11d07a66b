"""Raises a CancelledError of its own: they all look the same.

verdict: failed
diagnosis: another CancelledError came out than the one that the body had got
"""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await db.acquire()
    try:
        await tx.begin()
        try:
            yield tx
        except asyncio.CancelledError:
            await tx.rollback()
            raise asyncio.CancelledError()
        except BaseException:
            await tx.rollback()
            raise
        else:
            await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
