"""Gives the release a second.

verdict: failed
diagnosis: release was cut short: it must run to its end
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
        async with asyncio.timeout(1):
            await db.release(tx)


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
