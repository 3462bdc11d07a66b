"""A lock lets one transaction in at a time.

verdict: deadlock
diagnosis: one transaction waited for the other
"""

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager


lock = asyncio.Lock()


@asynccontextmanager
async def transaction(db):
    async with lock:
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


@asynccontextmanager
async def open_all(*managers):
    async with AsyncExitStack() as stack:
        yield [await stack.enter_async_context(manager) for manager in managers]
