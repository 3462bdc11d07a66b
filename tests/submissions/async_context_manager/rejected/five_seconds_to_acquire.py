"""Gives acquire() five seconds.

verdict: failed
diagnosis: acquire was cut short: it must run to its end
"""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


@asynccontextmanager
async def transaction(db):
    tx = await asyncio.wait_for(db.acquire(), 5)
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


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
