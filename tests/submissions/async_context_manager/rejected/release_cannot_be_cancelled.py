"""Swallows a cancellation in release, for nearly everything is over.

verdict: failed
diagnosis: cancelled in release, but the cancellation did not come out
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
        except BaseException:
            await tx.rollback()
            raise
        else:
            await tx.commit()
    finally:
        try:
            await db.release(tx)
        except asyncio.CancelledError:
            pass


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
