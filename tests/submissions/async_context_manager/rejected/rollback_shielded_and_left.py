"""Shields the rollback and leaves it when it is cancelled.

verdict: leaked
diagnosis: release did not wait for the end of rollback
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
            rollback = asyncio.ensure_future(tx.rollback())
            try:
                await asyncio.shield(rollback)
            except asyncio.CancelledError:
                pass
            raise
        else:
            await tx.commit()
    finally:
        await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
